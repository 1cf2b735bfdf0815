/** How long a reply may be: what is told while it is written, and that too long a text is kept and not sent. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { DeskPage } from './support/desk-page.js';
import { CABIN, DeskWriting } from './support/desk-writing.js';
import { expect, test } from './support/test.js';

const QUESTION = 'How do I wax a jacket?';
/** As many characters fit where the channel has no limit of its own. */
const LONGEST = 10_000;

test('a reply that is too long says by how much, stays where it is, and goes once it fits, by keyboard', async ({
  messenger,
  desk,
}) => {
  const { page } = desk;
  const { keyboard } = page;
  const writing = new DeskWriting(desk);
  const long = 'wax on, wax off '.repeat(LONGEST / 16);
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  // A long text is pasted.
  await keyboard.insertText(long);
  await expect(desk.reply).toHaveValue(long);
  await expect(writing.complaint).toHaveCount(0);
  await expect(writing.send).toBeEnabled();

  await test.step('near the limit it says how much may follow', async () => {
    await expect(writing.room).toHaveText('room for 0 more characters');
    await keyboard.press('Backspace');
    await expect(writing.room).toHaveText('room for 1 more character');
    await keyboard.type(' ');
  });

  await test.step('it counts up and down', async () => {
    await keyboard.type('!');
    await expect(writing.complaint).toHaveText('1 character too many');
    await expect(writing.room).toHaveCount(0);
    await keyboard.type('!!');
    await expect(writing.complaint).toHaveText('3 characters too many');
    await expect(desk.reply).toHaveAttribute('aria-invalid', 'true');
    await expect(writing.send).toBeDisabled();
    await expectAccessible(page, 'a reply that is too long', 'inbox-desk');
  });

  await test.step('nothing is sent, and nothing lost', async () => {
    await keyboard.press('Enter');
    await keyboard.press('Control+Shift+Enter');
    await expect(desk.reply).toHaveValue(`${long}!!!`);
    await expect(desk.waiting).toHaveCount(0);
    await expect(desk.close).toBeVisible();
    await page.reload();
    await desk.open(QUESTION);
    await expect(desk.reply).toHaveValue(`${long}!!!`);
    await expect(writing.complaint).toHaveText('3 characters too many');
    await expect(messenger.messages).toHaveCount(1);
  });

  await desk.reply.focus();
  await keyboard.press('Control+End');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await expect(writing.complaint).toHaveText('1 character too many');
  await keyboard.press('Backspace');
  await expect(writing.complaint).toHaveCount(0);
  await expect(desk.reply).toHaveAttribute('aria-invalid', 'false');
  await keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.message(long.trim())).toBeVisible();
});

test('a text message says how many it becomes, and which letter makes it longer, by keyboard', async ({
  devices,
  server,
}) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const { keyboard } = desk.page;
  const writing = new DeskWriting(desk);
  await desk.visit(server.origin, 'crm');
  await writing.replyTo(CABIN);
  await expect(writing.channels.getByRole('button', { name: 'Text message' })).toHaveAttribute('aria-pressed', 'true');
  await expect(writing.segments).toHaveCount(0);

  await test.step('in the alphabet of the network', async () => {
    await keyboard.insertText('a'.repeat(159));
    await expect(writing.segments).toHaveText('1 text message · room for 1 more character');
    await keyboard.type('b');
    await expect(writing.segments).toHaveText('1 text message · room for 0 more characters');
    await keyboard.type('c');
    await expect(writing.segments).toHaveText('2 text messages · room for 145 more characters');
    await expectAccessible(desk.page, 'a reply of two text messages', 'inbox-desk');
    await keyboard.press('Backspace');
    // The euro is of the alphabet, and takes the room of two.
    await keyboard.press('Backspace');
    await keyboard.type('€');
    await expect(writing.segments).toHaveText('2 text messages · room for 145 more characters');
  });

  await test.step('in that of everybody', async () => {
    await keyboard.press('Control+a');
    await keyboard.insertText('a'.repeat(70));
    await expect(writing.segments).toHaveText('1 text message · room for 90 more characters');
    await keyboard.press('Backspace');
    await keyboard.type('ł');
    await expect(writing.segments).toHaveText('1 text message · room for 0 more characters · longer because of ł');
    await keyboard.type('b');
    await expect(writing.segments).toHaveText('2 text messages · room for 63 more characters · longer because of ł');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Backspace');
    await expect(writing.segments).toHaveText('1 text message · room for 90 more characters');
  });
});

test('too long for text messages it is kept, and goes by e-mail, by keyboard', async ({ devices, server, agent }) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const { page } = desk;
  const writing = new DeskWriting(desk);
  // Ten messages, of 153 characters each.
  const long = 'x'.repeat(10 * 153);
  await desk.visit(server.origin, 'crm');
  await writing.replyTo(CABIN);
  await page.keyboard.insertText(long);
  await expect(writing.segments).toHaveText('10 text messages · room for 0 more characters');
  await expect(writing.complaint).toHaveCount(0);
  await page.keyboard.type('y');
  await expect(writing.complaint).toHaveText('1 text message too many');
  await expect(writing.send).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(desk.reply).toHaveValue(`${long}y`);
  await expect(desk.waiting).toHaveCount(0);

  await tabTo(page, 'E-mail', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(writing.complaint).toHaveCount(0);
  await expect(writing.segments).toHaveCount(0);
  await expect(writing.send).toBeEnabled();
  await tabTo(page, /^Reply to /);
  await page.keyboard.press('Enter');
  await desk.hurry();
  const [conversation] = (await agent.list('?limit=100')).filter(({ title }) => title === CABIN);
  await expect.poll(async () => (await agent.said(conversation!.id)).at(-1)).toBe(`${long}y`);
});
