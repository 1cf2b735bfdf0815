/** What agents say often: found by a slash, filled in, and kept for the whole team. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { DeskPage } from './support/desk-page.js';
import { holdFrames } from './support/frames.js';
import { expect, test } from './support/test.js';

const QUESTION = 'My parcel has not come yet.';

test('a slash finds a canned reply by keyboard, filled in for this customer, and undo takes it out', async ({
  messenger,
  desk,
}) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await page.keyboard.type('/wel');
  await expect(desk.offered).toHaveText([/Welcome/]);
  await expectAccessible(page, 'canned replies are offered', 'inbox-desk');
  await page.keyboard.press('Enter');
  // Nobody knows what a guest is called.
  await expect(desk.reply).toHaveValue(/^Hi there, Maya from Fjord \\& Fern here\./);
  await page.keyboard.press('Control+z');
  await expect(desk.reply).toHaveValue('/wel');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.message('Maya from Fjord & Fern here.')).toBeVisible();
});

test('what is offered is in sight when it is reached by key', async ({ messenger, desk }) => {
  const { page } = desk;
  await page.setViewportSize({ width: 1280, height: 520 });
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await page.keyboard.type('/');
  await expect(desk.offered).toHaveCount(8);
  await expect(desk.offered.last()).not.toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowUp');
  await expect(desk.offered.last()).toHaveAttribute('aria-selected', 'true');
  await expect(desk.offered.last()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowDown');
  await expect(desk.offered.first()).toBeInViewport({ ratio: 1 });
});

test('by a key and from the palette, in a note as well, and nothing is offered for a path', async ({
  messenger,
  desk,
}) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.thread.focus();
  await page.keyboard.press('c');
  await expect(desk.reply).toBeFocused();
  await expect(desk.offered).toHaveCount(8);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('see /usr/bin and 1/2');
  await expect(desk.offered).toHaveCount(0);

  await desk.toNote();
  await expect(desk.note).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('canned');
  // On a slow machine somebody types before the next frame is drawn.
  const letGo = await holdFrames(page);
  await page.keyboard.press('Enter');
  await expect(desk.note).toBeFocused();
  await page.keyboard.type('parcel');
  await letGo();
  await expect(desk.offered).toHaveText([/Where is my parcel/]);
  await page.keyboard.press('Tab');
  await expect(desk.note).toHaveValue(/2 to 4 days within Norway/);
});

test('one is written, changed and deleted by keyboard, and colleagues have the same', async ({
  messenger,
  desk,
  devices,
  server,
}) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('manage canned');
  await page.keyboard.press('Enter');
  const dialog = desk.host.getByRole('dialog', { name: 'Canned replies' });
  const kept = dialog.getByRole('list', { name: 'Canned replies' }).getByRole('listitem');
  await expect(kept).toHaveCount(8);
  await expectAccessible(page, 'the canned replies', 'inbox-desk');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Weather');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rain in Bergen, **');
  await tabTo(page, 'Customer’s name');
  await page.keyboard.press('Enter');
  await page.keyboard.type('**.');
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue('Rain in Bergen, **{{customer.name}}**.');
  await expectAccessible(page, 'the form of a canned reply', 'inbox-desk');
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await expect(kept).toHaveCount(9);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Another system, another device: the same list.
  const { page: other } = await devices.fresh();
  const colleague = new DeskPage(other);
  await colleague.visit(server.origin);
  await colleague.openRow(colleague.rows.first());
  await colleague.reply.focus();
  await other.keyboard.type('/weather');
  await expect(colleague.offered).toHaveText([/Weather/]);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('manage canned');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete Weather' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(kept).toHaveCount(8);
});
