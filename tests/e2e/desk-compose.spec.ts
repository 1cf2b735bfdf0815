/** Where an agent writes: what is sent and what is taken back, with the customer on another device. */

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import { CABIN, DeskWriting } from './support/desk-writing.js';
import { expect, test } from './support/test.js';

const QUESTION = 'My tent leaks at the seam. Can it be mended?';
/** Longer than a reply can be taken back. */
const PATIENCE = { timeout: 30_000 };

/** What the focused field holds, wherever it is. */
const typed = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return (focused as HTMLTextAreaElement | null)?.value ?? '';
  });

test('a reply waits, is taken back by keyboard, and what is sent then is what arrives', async ({ messenger, desk }) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.sayForNow('No, never.');
  await expect(desk.message('No, never.')).toHaveAttribute('data-state', 'held');
  await expect(desk.reply).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => typed(page)).toBe('No, never.');
  await expect(desk.waiting).toHaveCount(0);
  await expect(desk.message('No, never.')).toHaveCount(0);

  await page.keyboard.press('Control+a');
  await page.keyboard.type('Yes, we mend it.');
  await page.keyboard.press('Enter');
  // Nobody has to do anything.
  await expect(messenger.message('Yes, we mend it.')).toBeVisible(PATIENCE);
  await expect(messenger.messages).toHaveCount(2);
  await expect(desk.waiting).toHaveCount(0);
  await expect(desk.message('Yes, we mend it.')).toHaveAttribute('data-state', /sent|delivered|read/);
});

test('a reload within the time loses nothing, and it can still be taken back', async ({ messenger, desk, agent }) => {
  await messenger.beginByKeyboard(QUESTION);
  // A machine that is busy takes longer for a reload than the ten seconds of everybody.
  await desk.undoFor('20 s');
  await desk.open(QUESTION);
  await desk.sayForNow('Bring it to the shop.');
  await desk.page.reload();
  await expect(desk.waiting).toContainText(/^To .+: sending in \d+ s$/);
  await desk.openByPointer('Bring it to the shop.');
  await expect(desk.message('Bring it to the shop.')).toHaveAttribute('data-state', 'held');
  await desk.undo.click();
  await expect(desk.reply).toHaveValue('Bring it to the shop.');

  // Taken back it is a draft, which a reload keeps as well.
  await desk.page.reload();
  await desk.open(QUESTION);
  await expect(desk.reply).toHaveValue('Bring it to the shop.');
  await desk.reply.press('Enter');
  await expect(desk.waiting).toBeVisible();
  await desk.page.reload();
  await expect(messenger.message('Bring it to the shop.')).toBeVisible(PATIENCE);
  const [conversation] = (await agent.list('?limit=20')).filter(({ source }) => source?.bodyMarkdown === QUESTION);
  expect(await agent.said(conversation?.id ?? '')).toEqual([QUESTION, 'Bring it to the shop.']);
});

test('whoever closes the tab finds it sent, or still waiting, and never twice', async ({
  messenger,
  devices,
  server,
  agent,
}) => {
  await messenger.beginByKeyboard(QUESTION);
  const { page } = await devices.fresh();
  const desk = new DeskPage(page);
  await desk.visit(server.origin);
  await desk.open(QUESTION);
  await desk.sayForNow('Within a week.');
  const again = await page.context().newPage();
  await page.close();
  await new DeskPage(again).visit(server.origin);
  await expect(messenger.message('Within a week.')).toBeVisible(PATIENCE);
  const [conversation] = (await agent.list('?limit=20')).filter(({ source }) => source?.bodyMarkdown === QUESTION);
  expect(await agent.said(conversation?.id ?? '')).toEqual([QUESTION, 'Within a week.']);
});

test('sent and closed in one step, by keyboard, and both taken back in one', async ({ messenger, desk, agent }) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await page.keyboard.type('All mended.');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(desk.reopen).toBeVisible();
  await expect(desk.waiting).toContainText('then closed');
  await page.keyboard.press('Control+z');
  await expect(desk.close).toBeVisible();
  await expect.poll(() => typed(page)).toBe('All mended.');
  await expect(messenger.messages).toHaveCount(1);

  await page.keyboard.press('Control+Shift+Enter');
  await desk.hurry();
  await expect(messenger.message('All mended.')).toBeVisible();
  const state = async () => {
    const all = await agent.list('?limit=20');
    return all.find(({ source }) => source?.bodyMarkdown === QUESTION)?.state;
  };
  await expect.poll(state).toBe('closed');
  await expect(desk.reopen).toBeVisible();
});

test('bold, a list and a link by keyboard are what the customer sees, and the browser undoes each', async ({
  messenger,
  desk,
}) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await page.keyboard.type('free');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+b');
  await expect.poll(() => typed(page)).toBe('**free**');
  await page.keyboard.press('Control+z');
  await expect.poll(() => typed(page)).toBe('free');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => typed(page)).toBe('**free**');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Control+Shift+8');
  await page.keyboard.type('see our terms');
  for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('https://example.com/terms');
  await expect.poll(() => typed(page)).toBe('**free**\n- see our [terms](https://example.com/terms)');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await desk.hurry();
  const answer = messenger.message('free');
  await expect(answer.locator('strong')).toHaveText('free');
  await expect(answer.getByRole('listitem')).toContainText('see our');
  await expect(answer.getByRole('link', { name: 'terms' })).toHaveAttribute('href', 'https://example.com/terms');
});

test('a colleague and an emoji are found while one types', async ({ messenger, desk }) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await page.keyboard.type('Mended :tad');
  await expect(desk.offered).toHaveText(['🎉:tada:']);
  await expectAccessible(page, 'emoji are offered', 'inbox-desk');
  await page.keyboard.press('Enter');
  await expect.poll(() => typed(page)).toBe('Mended 🎉');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'a reply waits', 'inbox-desk');
  await expect(messenger.message('Mended 🎉')).toBeVisible(PATIENCE);

  await desk.toNote();
  await page.keyboard.type('Thanks @jo');
  await expect(desk.offered).toContainText(['Jonas']);
  await page.keyboard.press('Escape');
  await expect(desk.offered).toHaveCount(0);
  await page.keyboard.type(' and @jo');
  await page.keyboard.press('Tab');
  await expect.poll(() => typed(page)).toMatch(/^Thanks @jo and @Jonas\S* ?.* $/);
  await page.keyboard.press('Enter');
  await expect(desk.message('Thanks @jo and @Jonas')).toHaveAttribute('data-kind', 'note');
  await expect(messenger.messages).toHaveCount(2);
});

test('the preview follows each key, and is what is seen', async ({ messenger, desk }) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reading.getByRole('button', { name: 'Preview' }).click();
  const preview = desk.reading.getByRole('region', { name: 'Preview' });
  await expect(preview).toHaveText('What you write appears here.');
  await desk.reply.pressSequentially('It is **her');
  await expect(preview).toHaveText('It is **her');
  await desk.reply.pressSequentially('e**');
  await expect(preview.locator('strong')).toHaveText('here');
  await expectAccessible(desk.page, 'the preview', 'inbox-desk');
});

test('how long a reply can be taken back is set, and without that it leaves at once', async ({ messenger, desk }) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.undoFor('30 s');
  await desk.open(QUESTION);
  await desk.sayForNow('In a month.');
  await expect(desk.waiting).toContainText(/^Sending in (30|2\d) s$/);
  await expect(desk.host.getByText('The reply is sent in 30 seconds.')).toHaveCount(1);
  await desk.undo.press('Enter');
  await expect(desk.reply).toHaveValue('In a month.');
  await desk.undoFor('Off');
  await desk.page.reload();
  await desk.open(QUESTION);
  await expect(desk.reply).toHaveValue('In a month.');
  await desk.reply.press('Enter');
  await expect(desk.waiting).toHaveCount(0);
  await expect(messenger.message('In a month.')).toBeVisible({ timeout: 5_000 });
});

test('what can be taken back in one tab is not sent by another', async ({ messenger, desk, server }) => {
  // It waits twice for as long as a busy machine may take to open another tab.
  test.slow();
  await messenger.beginByKeyboard(QUESTION);
  await desk.undoFor('20 s');
  await desk.open(QUESTION);
  await desk.sayForNow('No, it cannot.');
  const other = new DeskPage(await desk.page.context().newPage());
  await other.visit(server.origin);
  await other.open(QUESTION);
  await desk.page.bringToFront();
  await desk.reply.press('Control+z');
  await expect(desk.reply).toHaveValue('No, it cannot.');
  // Said later and for as long, this arrives after the other one would have.
  await other.page.bringToFront();
  await other.reply.fill('Yes, it can.');
  await other.reply.press('Enter');
  await expect(messenger.message('Yes, it can.')).toBeVisible(PATIENCE);
  await expect(messenger.messages).toHaveCount(2);
});

test('a reply that is taken back by a key is said to be back', async ({ desk, messenger }) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.sayForNow('It has.');
  await desk.page.keyboard.press('Control+z');
  await expect(desk.reply).toHaveValue('It has.');
  const said = desk.host.getByRole('status').filter({ hasText: 'Not sent. The reply is back in its field.' });
  await expect(said).toHaveCount(1);
});

test('the time that is left to take a reply back stays in sight when somebody writes', async ({
  devices,
  server,
  agent,
}) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const writing = new DeskWriting(desk);
  const [conversation] = (await agent.list('?limit=100')).filter(({ title }) => title === CABIN);
  const customer = new Api(server.origin, server.customerToken(conversation!.source!.author!.id));
  await desk.visit(server.origin, 'crm');
  await writing.replyTo(CABIN);
  await desk.sayForNow('Under the porch it is.');
  await customer.reply(conversation!.id, 'And how does he get past the dog?');
  await expect(desk.message('And how does he get past the dog?')).toBeVisible();
  await expect(desk.reading.locator('.undo-news')).not.toBeEmpty();
  await expect(desk.waiting).toBeVisible();
});
