/** What a screen reader is told from the list to the sent reply: roles, names, and each arrival once. */

import { expectNamed, listen, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import { CABIN, DeskWriting } from './support/desk-writing.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Does the tent have a porch?';

test('a reply from the list to the customer, by ear', async ({ messenger, desk }) => {
  const { keyboard } = desk.page;
  await messenger.beginByKeyboard(QUESTION);
  await expect(desk.rows.first()).toContainText(QUESTION);
  await expectNamed(desk.host, 'the list');
  await expect(desk.views).toHaveRole('navigation');
  await expect(desk.list).toHaveRole('listbox');
  await expect(desk.list).toHaveAttribute('aria-multiselectable', 'true');

  // The list is one stop; the option under the keyboard is told by its words.
  await tabTo(desk.page, 'Conversations');
  await keyboard.press('Home');
  const first = desk.rows.first();
  await expect(desk.list).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
  await expect(first).toHaveAccessibleName(new RegExp(QUESTION.replace('?', '\\?')));
  await expect(first).toHaveAttribute('aria-posinset', '1');
  await keyboard.press('Enter');
  await expect(desk.message(QUESTION)).toBeVisible();
  await expectNamed(desk.host, 'the thread');
  await expect(desk.thread).toHaveAccessibleName('Messages');

  // What comes in is said once, with who says it.
  const heard = await listen(desk.host);
  await messenger.sayByKeyboard('And pegs?');
  await expect(desk.message('And pegs?')).toBeVisible();
  const told = async (text: string): Promise<number> => (await heard()).filter((said) => said.includes(text)).length;
  await expect.poll(() => told('And pegs?')).toBe(1);

  await keyboard.press('r');
  await expect(desk.reply).toBeFocused();
  await expect(desk.reply).toHaveRole('textbox');
  await keyboard.type('Yes, and yes.');
  await keyboard.press('Enter');
  await expect(desk.host.getByRole('status').filter({ hasText: /Press Ctrl\+Z to undo/ })).toHaveCount(1);
  await expectNamed(desk.host, 'what waits to be sent');
  await desk.hurry();
  await expect(messenger.message('Yes, and yes.')).toBeVisible();
  await expect(desk.reply).toBeFocused();
  expect(await told('Yes, and yes.'), 'what one has said oneself is not announced').toBe(0);
  expect(await told('And pegs?'), 'nothing is said twice').toBe(1);
  await expectNamed(desk.host, 'the sent reply');
});

test('a note with somebody’s name and a file, by ear', async ({ messenger, desk, devices, server }) => {
  const { page } = desk;
  const { keyboard } = page;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  const other = new DeskPage((await devices.fresh()).page);
  await other.visitAs(server.origin, server.agentToken('Jonas Berg'));
  await other.open(QUESTION);
  const heard = await listen(desk.host);

  await test.step('who can be named is a list beside the field, and the focus stays in the field', async () => {
    await keyboard.press('n');
    await expect(desk.note).toBeFocused();
    await keyboard.type('Please look, @jona');
    const people = desk.reading.getByRole('listbox', { name: 'People to mention' });
    const jonas = people.getByRole('option', { name: /Jonas Berg/ });
    await expect(jonas).toHaveAttribute('aria-selected', 'true');
    await expect(desk.note).toBeFocused();
    await expect(desk.note).toHaveAttribute('aria-activedescendant', (await jonas.getAttribute('id'))!);
    await expectNamed(desk.host, 'people are offered');
    await keyboard.press('Enter');
    await expect(people).toHaveCount(0);
    await expect(desk.note).toHaveValue(/^Please look, @Jonas Berg/);
  });

  await test.step('a file has a name, and so has the way to be rid of it', async () => {
    await desk.chooseFiles({ name: 'porch.txt', mimeType: 'text/plain', buffer: Buffer.from('long poles') });
    await expect(desk.files).toHaveRole('listitem');
    await expect(desk.files.getByRole('button', { name: 'Remove porch.txt' })).toHaveCount(1);
    await expect(desk.files).toContainText('Ready to send');
    await expectNamed(desk.host, 'a file is attached');
    await expect(desk.note).toBeFocused();
  });

  await test.step('in the thread it says whose it is, and that it stays inside', async () => {
    await keyboard.press('Enter');
    await expect(desk.files).toHaveCount(0);
    const note = desk.message('Please look,');
    await expect(note).toMatchAriaSnapshot(`
      - paragraph: You
      - paragraph: Internal note
      - paragraph: /Please look, @Jonas Berg/
      - link /porch\\.txt/
    `);
    await expect(other.message('Please look,')).toMatchAriaSnapshot(`
      - paragraph: Maya Lindqvist
      - paragraph: Internal note
    `);
    await expectNamed(desk.host, 'a note with a file');
  });

  expect(await heard(), 'what one has written oneself is not announced').toEqual([]);
});

test('a colleague who writes and takes over, by ear: who looks, who says what, and what was done as a line', async ({
  messenger,
  desk,
  devices,
  server,
}) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  const other = new DeskPage((await devices.fresh()).page);
  await other.visitAs(server.origin, server.agentToken('Jonas Berg'));
  await other.open(QUESTION);
  await expect(desk.reading.getByRole('status').filter({ hasText: 'Jonas Berg is looking at this too' })).toBeVisible();
  await other.answer('It has two.');

  const message = desk.message('It has two.');
  await expect(message).toBeVisible();
  await expect(message).toMatchAriaSnapshot(`
    - paragraph: Jonas Berg
    - paragraph: It has two.
  `);
  await other.page.keyboard.press('Escape');
  await other.page.keyboard.press('a');
  await expect(desk.assignee).toHaveAccessibleName('Assignee: Jonas Berg');
  // An event is said in words, in its place among what was said.
  const line = desk.thread.getByRole('listitem').filter({ hasText: 'Jonas Berg assigned this to Jonas Berg' });
  await expect(line).toMatchAriaSnapshot(`
    - listitem:
      - paragraph:
        - text: Jonas Berg assigned this to Jonas Berg ·
        - time
  `);
  await expectNamed(desk.host, 'a colleague has taken over');
});

test('a machine’s draft, the time to undo, and a message that failed, by ear', async ({ devices, server, agent }) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const { page } = desk;
  const { keyboard } = page;
  const writing = new DeskWriting(desk);
  const [conversation] = (await agent.list('?limit=100')).filter(({ title }) => title === CABIN);
  const { id, source } = conversation!;
  const customer = new Api(server.origin, server.customerToken(source!.author!.id));
  await desk.visit(server.origin, 'crm');
  await writing.replyTo(CABIN);
  const status = (words: RegExp) => desk.host.getByRole('status').filter({ hasText: words });

  await test.step('the draft says that it is one, and its ways are a group with a name', async () => {
    await expect(writing.draft).toMatchAriaSnapshot(`
      - paragraph: Suggested reply
      - group "Suggested reply":
        - button "Send"
        - button "Edit"
        - button "Dismiss"
    `);
    await expectNamed(desk.host, 'a draft');
  });

  await test.step('edited it is the text of the field, which has the focus', async () => {
    await tabTo(page, /^Edit$/, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(desk.reply).toBeFocused();
    await expect(desk.reply).toHaveRole('textbox');
    await keyboard.press('Control+End');
    await keyboard.type(' See you.');
  });

  await test.step('that it waits is said once, with the way back', async () => {
    await keyboard.press('Enter');
    await expect(status(/^The reply is sent in \d+ seconds\. Press Ctrl\+Z to undo\.$/)).toHaveCount(1);
    await expect(desk.host.getByRole('group', { name: 'Not sent yet' })).toMatchAriaSnapshot(`
      - group "Not sent yet":
        - timer: /Sending in \\d+ s/
        - button "Undo"
        - button "Send now"
    `);
    // Each second would be too much to hear.
    await expect(desk.host.getByRole('timer').filter({ hasText: /^Sending in/ })).toHaveAttribute('aria-live', 'off');
    await expectNamed(desk.host, 'what waits');
    await tabTo(page, 'Undo', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(status(/^Not sent\. The reply is back in its field\.$/)).toHaveCount(1);
    await expect(desk.reply).toBeFocused();
    await expect(desk.reply).toHaveValue(/ See you\.$/);
  });

  await test.step('failed it says so, and why, and what can be done', async () => {
    await keyboard.press('Enter');
    await expect(desk.sendNow).toBeVisible();
    await customer.reply(id, 'Wait, he has a new dog');
    await expect(desk.message('Wait, he has a new dog')).toBeVisible();
    await desk.hurry();
    await expect(desk.message(' See you.')).toMatchAriaSnapshot(`
      - paragraph: You
      - paragraph: /Not sent/
      - paragraph: "/That did not work: somebody has written since/"
      - paragraph:
        - button "Try again"
        - button "Delete"
    `);
    await expectNamed(desk.host, 'a message that failed');
  });

  await test.step('and is sent in the end', async () => {
    await tabTo(page, 'Try again', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect.poll(async () => (await customer.said(id)).at(-1)).toMatch(/ See you\.$/);
    await expect(desk.message(' See you.').getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await expectNamed(desk.host, 'sent in the end');
  });
});

test('what a colleague writes in the open conversation is heard', async ({ desk, messenger, devices, server }) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  const heard = await listen(desk.host);
  const other = new DeskPage((await devices.fresh()).page);
  await other.visitAs(server.origin, server.agentToken('Jonas Berg'));
  await other.open(QUESTION);
  await other.answer('It has two.');
  await expect(desk.message('It has two.')).toBeVisible();
  await expect.poll(heard).toContainEqual(expect.stringContaining('It has two.'));
});
