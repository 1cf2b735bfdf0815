/** Who an agent talks with, by keyboard alone: who takes part, what is known of them, and whether they can be written to. */

import { expectAccessible, listen, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskHandling } from './support/desk-handling.js';
import { DeskPage } from './support/desk-page.js';
import { expect, test } from './support/test.js';

const QUESTION = 'May my sister write here as well?';
/** The title of the demo's conversation whose reply window has closed, and which nobody has tried to go on with. */
const GIFT = 'A gift card';

test('a participant is brought in and taken out again, which a colleague sees', async ({ desk, devices, server }) => {
  const { page } = desk;
  const { keyboard } = page;
  await new Api(server.origin, server.customerToken('amal')).begin(QUESTION);
  const other = new DeskPage((await devices.fresh()).page);
  await other.visitAs(server.origin, server.agentToken('Jonas Berg'));
  const [mine, theirs] = [new DeskHandling(desk), new DeskHandling(other)];
  await desk.open(QUESTION);
  await other.open(QUESTION);
  await expect(theirs.people).toHaveCount(1);

  await test.step('in', async () => {
    await tabTo(page, 'Add a participant');
    await keyboard.press('Enter');
    await expect(mine.find).toBeFocused();
    await keyboard.type('ines carv');
    await expect(mine.found).toHaveText([/Ines Carvalho/]);
    await keyboard.press('Enter');
    await expect(mine.people.filter({ hasText: 'Ines Carvalho' })).toHaveCount(1);
    await expect(desk.toast).toContainText('Participant added · ');
    await expect(theirs.people).toHaveCount(2);
    await expect(theirs.people.filter({ hasText: 'Ines Carvalho' })).toHaveCount(1);
    await expectAccessible(page, 'two participants', 'inbox-desk');
  });

  await test.step('and out', async () => {
    await tabTo(page, 'Remove Ines Carvalho from the conversation', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(mine.people).toHaveCount(1);
    await expect(mine.people.filter({ hasText: 'Ines Carvalho' })).toHaveCount(0);
    await expect(desk.toast).toContainText('Participant removed · ');
    await expect(theirs.people).toHaveCount(1);
    // The last one stays.
    await expect(desk.details.getByRole('button', { name: /from the conversation$/ })).toHaveCount(0);
  });

  await test.step('and back in', async () => {
    await tabTo(page, 'Undo');
    await keyboard.press('Enter');
    await expect(theirs.people.filter({ hasText: 'Ines Carvalho' })).toHaveCount(1);
  });
});

test('the panel says who the customer is, copies it, goes away and stays away', async ({ devices, server }) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const { page } = desk;
  const { keyboard } = page;
  const handling = new DeskHandling(desk);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  await desk.visit(server.origin, 'voicebot');
  await desk.find(GIFT);
  await desk.openRow(desk.rows.first());

  await test.step('what is known', async () => {
    await expect(desk.details.getByRole('heading', { name: 'Nadia Benali' })).toBeVisible();
    await expect(desk.details.getByRole('heading', { name: 'Profile' })).toBeVisible();
    const phone = handling.fact('Phone').getByRole('link');
    const digits = ((await phone.textContent()) ?? '').replace(/[^+\d]/g, '');
    expect(digits).toMatch(/^\+\d{8,}$/);
    await expect(phone).toHaveAttribute('href', `tel:${digits}`);
    await expectAccessible(page, 'the panel', 'inbox-desk');
  });

  await test.step('copied', async () => {
    const heard = await listen(desk.host);
    const shown = ((await handling.fact('Phone').getByRole('link').locator('bdi').textContent()) ?? '').trim();
    await tabTo(page, `Copy ${shown}`);
    await keyboard.press('Enter');
    await expect.poll(heard).toContain(`Copied: ${shown}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });

  await test.step('away, also after a reload, and back', async () => {
    await keyboard.press('d');
    await expect(desk.details).toBeHidden();
    // What had the focus is gone, and it is not lost with that.
    await expect(desk.list).toBeFocused();
    await page.reload();
    await expect(desk.rows.first()).toBeVisible();
    await desk.openRow(desk.rows.first());
    await expect(desk.details).toBeHidden();
    await keyboard.press('d');
    await expect(desk.details).toBeVisible();
  });
});

test('a reply window that has closed is opened again: asked to go on, the customer writes, and is answered', async ({
  devices,
  server,
  agent,
}) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const { page } = desk;
  const { keyboard } = page;
  const handling = new DeskHandling(desk);
  const [gift] = (await agent.list('?limit=100')).filter(({ title }) => title === GIFT);
  const customer = new Api(server.origin, server.customerToken(gift!.source!.author!.id));
  await desk.visit(server.origin, 'voicebot');
  await desk.find(GIFT);
  await desk.openRow(desk.rows.first());

  await test.step('nothing can be written', async () => {
    await expect(handling.window).toHaveText('The time to reply has run out');
    await expect(desk.reply).toHaveCount(0);
    await expectAccessible(page, 'a closed reply window', 'inbox-desk');
  });

  await test.step('the customer is asked to go on', async () => {
    await tabTo(page, 'Restart conversation');
    await keyboard.press('Enter');
    await expect(desk.message('continue our conversation')).toBeVisible();
    await expect(handling.window).toHaveText(/^Waiting for the customer to write/);
    await expect(handling.restart).toHaveCount(0);
    await expect.poll(async () => (await customer.said(gift!.id)).at(-1)).toContain('continue our conversation');
    await expect(desk.reply).toHaveCount(0);
  });

  await test.step('they write, and are answered', async () => {
    await customer.reply(gift!.id, 'Yes, it is 400 kroner');
    await expect(desk.message('Yes, it is 400 kroner')).toBeVisible();
    await expect(handling.window).toHaveText(/^You can reply for another /);
    await desk.answer('Then it pays for the new zip.');
    await expect.poll(() => customer.said(gift!.id)).toContain('Then it pays for the new zip.');
  });
});

test('the focus goes on from the button that takes a participant out, and the way back is a key', async ({
  desk,
  server,
}) => {
  const { keyboard } = desk.page;
  const handling = new DeskHandling(desk);
  await new Api(server.origin, server.customerToken('amal')).begin(QUESTION);
  await desk.open(QUESTION);
  await tabTo(desk.page, 'Add a participant');
  await keyboard.press('Enter');
  await keyboard.type('ines carv');
  await expect(handling.found).toHaveText([/Ines Carvalho/]);
  await keyboard.press('Enter');
  await expect(handling.people).toHaveCount(2);
  await tabTo(desk.page, 'Remove Ines Carvalho from the conversation', 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(handling.people).toHaveCount(1);
  await expect(desk.details.locator(':focus')).toHaveCount(1);
  await keyboard.press('z');
  await expect(handling.people).toHaveCount(2);
});

test('the focus goes on from the button that restarts a conversation', async ({ devices, server }) => {
  const desk = new DeskPage((await devices.fresh()).page);
  const handling = new DeskHandling(desk);
  await desk.visit(server.origin, 'voicebot');
  await desk.find(GIFT);
  await desk.openRow(desk.rows.first());
  await tabTo(desk.page, 'Restart conversation');
  await desk.page.keyboard.press('Enter');
  await expect(handling.restart).toHaveCount(0);
  await expect(desk.reading.locator(':focus')).toHaveCount(1);
});

test('a colleague who is new since the desk was opened has a name', async ({ desk, messenger, devices, server }) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  const other = new DeskPage((await devices.fresh()).page);
  await other.visitAs(server.origin, server.agentToken('Tomas Vidal'));
  await other.open(QUESTION);
  await other.page.keyboard.press('a');
  await expect(desk.assignee).toHaveAccessibleName('Assignee: Tomas Vidal');
});
