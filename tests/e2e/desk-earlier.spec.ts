/** Threads that are longer than what a conversation comes with, and events in a row, by keyboard alone. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskDialogs } from './support/desk-dialogs.js';
import { DeskThread } from './support/desk-thread.js';
import { expect, test } from './support/test.js';

/** The demo's longest conversation, which goes on for a year: more than five hundred parts come before its newest. */
const LONGEST = 'Hotel Solvang: everything';
const BEGINS = 'You said at the fair that we could simply write to you in one chat';
const QUESTION = 'Do you mend stoves?';

test('a thread of a year is read back to its beginning', async ({ desk }) => {
  const { keyboard } = desk.page;
  const dialogs = new DeskDialogs(desk);
  const thread = new DeskThread(desk);
  await keyboard.press('Control+k');
  await expect(dialogs.field).toBeFocused();
  await keyboard.type(LONGEST);
  await expect(dialogs.options.filter({ hasText: LONGEST })).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(desk.messages.last()).toBeInViewport();
  await tabTo(desk.page, 'Messages');
  const size = async (): Promise<number> => Number(await thread.lines.last().getAttribute('aria-setsize'));
  const before = await size();
  // What is read stays where it is, so that each stretch wants a press.
  await expect(async () => {
    await keyboard.press('Home');
    await expect(desk.message(BEGINS)).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expect(desk.thread).toContainText('The beginning of the conversation');
  await expect(thread.lines.first()).toHaveAttribute('aria-posinset', '1');
  expect(await size()).toBeGreaterThan(before);
  await expectAccessible(desk.page, 'the beginning of a long thread', 'inbox-desk');
  await keyboard.press('End');
  await expect(desk.messages.last()).toBeInViewport();
});

test('what was said a year ago is found', async ({ desk }) => {
  const thread = new DeskThread(desk);
  await desk.find(LONGEST);
  await desk.openRow(desk.rows.first());
  await expect(thread.found).toHaveCount(1);
  await expect(desk.message(BEGINS)).toBeInViewport();
});

test('each time that a word was said can be gone to', async ({ desk, server }) => {
  const customer = new Api(server.origin, server.customerToken('amal'));
  const { id } = await customer.begin('A zanzibar stove, number 0');
  for (let n = 1; n < 4; n += 1) await customer.reply(id, `A zanzibar stove, number ${n}`);
  await desk.find('zanzibar');
  await desk.openRow(desk.rows.first());
  const matches = desk.reading.getByRole('group', { name: 'Matches' });
  await expect(matches).toContainText('4 of 4');
  await tabTo(desk.page, 'Previous match');
  for (const n of [2, 1, 0]) {
    await desk.page.keyboard.press('Enter');
    await expect(matches).toContainText(`${n + 1} of 4`);
    await expect(desk.thread.locator('.line-found')).toContainText(`number ${n}`);
  }
  await expectAccessible(desk.page, 'matches', 'inbox-desk');
  // There it ends, and the focus stays.
  await desk.page.keyboard.press('Enter');
  await expect(matches).toContainText('1 of 4');
  await expect(matches.getByRole('button', { name: 'Previous match' })).toBeFocused();
  await tabTo(desk.page, 'Next match');
  await desk.page.keyboard.press('Enter');
  await expect(matches).toContainText('2 of 4');
});

test('events in a row are one line, which tells them all when asked', async ({ desk, server, agent }) => {
  const { id } = await new Api(server.origin, server.customerToken('amal')).begin(QUESTION);
  for (const state of ['closed', 'open', 'closed', 'open']) await agent.update(id, { state });
  await desk.open(QUESTION);
  const events = desk.thread.locator('.events .event');
  const more = desk.thread.getByRole('button', { name: '3 earlier events' });
  await expect(more).toBeVisible();
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(events).toHaveCount(1);
  await tabTo(desk.page, '3 earlier events', 'Shift+Tab');
  await desk.page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(events).toHaveCount(4);
  await expect(more).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(events).toHaveCount(1);
  await desk.page.keyboard.press('Enter');
  await expect(events).toHaveCount(4);
  await expectAccessible(desk.page, 'events', 'inbox-desk');
});
