/** Long threads, the ways through them, and what messages carry, as an agent reads them. */

import { readFileSync } from 'node:fs';

import { expectAccessible, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskThread } from './support/desk-thread.js';
import { expect, test } from './support/test.js';

const LONG = 160;

/** Has a customer say so many things, one after the other. */
async function tell(customer: Api, id: string, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) await customer.reply(id, `Line ${n}. ${'And on it goes. '.repeat(n % 7)}`);
}

test('a long thread is read from end to beginning, by keyboard', async ({ desk, server }) => {
  test.slow();
  const thread = new DeskThread(desk);
  const { keyboard } = desk.page;
  const customer = new Api(server.origin, server.customerToken('amal'));
  const { id } = await customer.begin('Line 0. The beginning');
  await tell(customer, id, 1, LONG);
  await expect(desk.rows.first()).toHaveAttribute('data-conv-id', id);
  await keyboard.press('j');
  await keyboard.press('Enter');
  await expect(desk.message(`Line ${LONG - 1}.`)).toBeInViewport();
  await tabTo(desk.page, 'Messages');
  await keyboard.press('Home');
  await expect(desk.message('Line 0.')).toBeInViewport();
  await expect(desk.message(`Line ${LONG - 1}.`)).toHaveCount(0);
  expect(await thread.lines.count()).toBeLessThan(LONG - 20);
  await expect(thread.lines.first()).toHaveAttribute('aria-posinset', '1');
  await expectAccessible(desk.page, 'the beginning of a long thread', 'inbox-desk');

  // What comes meanwhile moves nothing, and is one press away.
  const before = await thread.settled(desk.message('Line 0.'));
  await customer.reply(id, 'Line 999. One more');
  await expect(desk.rows.first()).toContainText('Line 999.');
  expect(Math.abs((await thread.settled(desk.message('Line 0.'))) - before)).toBeLessThanOrEqual(1);
  await keyboard.press('End');
  await expect(desk.message('Line 999.')).toBeInViewport();
});

test('the first unread message is one key away', async ({ desk, server }) => {
  test.slow();
  const thread = new DeskThread(desk);
  const { keyboard } = desk.page;
  const customer = new Api(server.origin, server.customerToken('amal'));
  const { id } = await customer.begin('Line 0. The beginning');
  await tell(customer, id, 1, 10);
  await expect(desk.rows.first()).toContainText('Line 9.');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await expect(desk.message('Line 9.')).toBeVisible();
  await expect(desk.rows.first().getByText(/unread/)).toHaveCount(0);
  await keyboard.press('u');
  await tell(customer, id, 10, 60);
  await expect(desk.rows.first()).toContainText('Line 59.');
  await keyboard.press('Enter');
  await expect(thread.firstUnread).toBeVisible();
  await expectAccessible(desk.page, 'something is unread', 'inbox-desk');
  await keyboard.press('Shift+J');
  await expect(desk.message('Line 10.')).toBeFocused();
  await expect(desk.message('Line 10.')).toBeInViewport();
  await expect(thread.firstUnread).toBeHidden();
});

test('a date is reached by keyboard, and by pointer', async ({ desk }) => {
  const thread = new DeskThread(desk);
  const { keyboard } = desk.page;
  await keyboard.press('/');
  await keyboard.type('hotel solvang everything');
  await expect(desk.rows).toHaveCount(1);
  await tabTo(desk.page, 'Conversations');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(desk.messages.first()).toBeVisible();
  await keyboard.press('Shift+D');
  await expect(thread.datePopover.getByLabel('Date')).toBeFocused();
  await expectAccessible(desk.page, 'a date is asked for', 'inbox-desk');
  await keyboard.press('Escape');
  await expect(thread.datePopover).toBeHidden();
  await keyboard.press('Shift+D');
  await tabTo(desk.page, 'To the beginning');
  await keyboard.press('Enter');
  await expect(thread.lines.first()).toHaveAttribute('aria-posinset', '1');
  await expect(thread.lines.first()).toBeInViewport();
  await expect(thread.lines.first().locator(':focus')).toHaveCount(1);

  await thread.toDate.click();
  const field = thread.datePopover.getByLabel('Date');
  await field.fill((await field.getAttribute('max'))!);
  await thread.datePopover.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(desk.thread.getByRole('separator').last()).toBeFocused();
});

test('what was searched for is shown in its thread, by keyboard', async ({ desk }) => {
  const thread = new DeskThread(desk);
  const { keyboard } = desk.page;
  await keyboard.press('/');
  await keyboard.type('repair zip');
  await expect(desk.rows).toHaveCount(1);
  await tabTo(desk.page, 'Conversations');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(thread.found).toBeInViewport();
  await expect(thread.found).toContainText(/repair|zip/i);
  await expect(desk.list).toBeFocused();
  await expect(desk.announcements).toContainText(/Found in this message: /);
  await tabTo(desk.page, 'Search conversations', 'Shift+Tab');
  await keyboard.press('Escape');
  await expect(thread.found).toHaveCount(0);
});

test('pictures are seen large, and keys lead through them', async ({ desk }) => {
  const thread = new DeskThread(desk);
  const { keyboard } = desk.page;
  await keyboard.press('/');
  await keyboard.type('hotel solvang everything');
  await expect(desk.rows).toHaveCount(1);
  await tabTo(desk.page, 'Conversations');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(desk.messages.first()).toBeVisible();
  // Where it opens, and how far from a picture, depends on what the words find in it by now.
  const pictures = desk.thread.getByRole('button', { name: 'Enlarge picture' });
  await tabTo(desk.page, 'Messages');
  await keyboard.press('End');
  await expect(async () => {
    if ((await pictures.count()) === 0) await keyboard.press('PageUp');
    await expect(pictures.first()).toBeAttached({ timeout: 500 });
  }).toPass();
  await tabTo(desk.page, 'Enlarge picture');
  await keyboard.press('Enter');
  await expect(thread.picture).toBeVisible();
  await keyboard.press('Home');
  await expect(thread.lightbox).toHaveAccessibleName(/^Picture 1 of/);
  await expectAccessible(desk.page, 'a picture', 'inbox-desk');
  const first = await thread.picture.getAttribute('src');
  await keyboard.press('ArrowRight');
  await expect(thread.lightbox).toHaveAccessibleName(/^Picture 2 of/);
  await expect(thread.picture).not.toHaveAttribute('src', first!);
  await keyboard.press('Home');
  await expect(thread.picture).toHaveAttribute('src', first!);
  await keyboard.press('Escape');
  await expect(thread.lightbox).toBeHidden();
  await expect(thread.focused).toHaveAccessibleName(/^Enlarge picture/);
});

test('a place leads to maps, and a contact is saved', async ({ desk }) => {
  await desk.search.fill('repair zip');
  await expect(desk.rows).toHaveCount(1);
  await desk.openByPointer('Repair of a zip');
  const map = desk.thread.getByRole('link', { name: /^Show on the map/ });
  await expect(map).toHaveAttribute('href', /^https:\/\/www\.openstreetmap\.org\//);
  await expect(desk.thread.getByRole('link', { name: 'Open in a maps app' })).toHaveAttribute('href', /^geo:[-\d.,]+$/);
  const saved = desk.page.waitForEvent('download');
  await desk.thread.getByRole('link', { name: 'Save contact' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('Ines Carvalho.vcf');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\nFN:Ines Carvalho\r\n/);
  expect(text).toContain('EMAIL:ines.carvalho@example.org\r\n');
});

test('the other conversations of a customer are beside the open one', async ({ desk, server }) => {
  const thread = new DeskThread(desk);
  const customer = new Api(server.origin, server.customerToken('amal'));
  const first = await customer.begin('Where is my tent?');
  const second = await customer.begin('And my lamp?');
  await expect(desk.rows.first()).toHaveAttribute('data-conv-id', second.id);
  await desk.openByPointer('And my lamp?');
  await thread.others.filter({ hasText: 'Where is my tent?' }).click();
  await expect(desk.message('Where is my tent?')).toBeVisible();
  await expect(desk.list.locator('[aria-current]')).toHaveAttribute('data-conv-id', first.id);
  await expect(thread.others.filter({ hasText: 'And my lamp?' })).toBeVisible();
});
