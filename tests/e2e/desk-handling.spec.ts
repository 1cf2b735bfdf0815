/** What an agent does with one conversation: assign, tag, snooze, name, note down, bring people in, delete. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskHandling } from './support/desk-handling.js';
import { DeskPage } from './support/desk-page.js';
import { DeskViews } from './support/desk-views.js';
import type { Server } from './support/server.js';
import { type Devices, expect, test } from './support/test.js';

const QUESTION = 'The lamp arrived broken';

/** A customer writes, and the desk shows it. */
async function asked(desk: DeskPage, server: Server): Promise<string> {
  const { id } = await new Api(server.origin, server.customerToken('amal')).begin(QUESTION);
  await desk.open(QUESTION);
  await expect(desk.message(QUESTION)).toBeVisible();
  return id;
}

/** Another agent at their own desk. */
async function colleague(devices: Devices, server: Server, name: string): Promise<DeskPage> {
  const desk = new DeskPage((await devices.fresh()).page);
  await desk.visitAs(server.origin, server.agentToken(name));
  return desk;
}

test('a person, a team, a tag and a date, by keyboard, each with a way back', async ({ desk, server, agent }) => {
  const { keyboard } = desk.page;
  const handling = new DeskHandling(desk);
  const id = await asked(desk, server);

  await test.step('somebody', async () => {
    await keyboard.press('Shift+A');
    await expect(handling.find).toBeFocused();
    await keyboard.type('nair');
    await expect(handling.found).toHaveText([/Priya Nair/]);
    await keyboard.press('Enter');
    await expect(desk.assignee).toHaveAccessibleName('Assignee: Priya Nair');
    await expect(desk.toast).toContainText('Assigned · ');
    await keyboard.press('z');
    await expect(desk.assignee).toHaveAccessibleName('Assignee: Nobody');
  });

  await test.step('a team', async () => {
    await keyboard.press('Shift+A');
    await keyboard.type('returns');
    await expect(handling.found).toHaveText([/Orders & returns/]);
    await expectAccessible(desk.page, 'the choice of who is responsible', 'inbox-desk');
    await keyboard.press('Enter');
    await expect(desk.details).toContainText('Orders & returns');
  });

  await test.step('a tag', async () => {
    await keyboard.press('t');
    await expect(handling.find).toBeFocused();
    await keyboard.type('dama');
    await keyboard.press('Enter');
    await expect(desk.details.getByRole('button', { name: 'Remove the tag damaged' })).toBeVisible();
  });

  await test.step('a date that lies ahead', async () => {
    await keyboard.press('h');
    await expect(desk.menu).toBeVisible();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect(handling.snoozeUntil).toBeFocused();
    await handling.snoozeUntil.fill('2020-01-01T09:00');
    await keyboard.press('Enter');
    await expect(handling.snooze.getByRole('alert')).not.toBeEmpty();
    await handling.snoozeUntil.fill('2031-05-06T07:30');
    await expectAccessible(desk.page, 'the date', 'inbox-desk');
    await keyboard.press('Enter');
    await expect(handling.snooze).toBeHidden();
    await expect.poll(async () => (await agent.conversation(id)).state).toBe('snoozed');
  });
});

test('a title, fields and people, by keyboard', async ({ desk, server, agent }) => {
  const { page } = desk;
  const { keyboard } = page;
  const handling = new DeskHandling(desk);
  const id = await asked(desk, server);

  await test.step('the title', async () => {
    await keyboard.press('Shift+T');
    await expect(handling.title).toBeFocused();
    await keyboard.type('Broken lamp');
    await keyboard.press('Escape');
    await expect(handling.rename).toHaveAccessibleName('Add a title');
    await keyboard.press('Shift+T');
    await keyboard.type('Broken lamp');
    await keyboard.press('Enter');
    await expect(handling.rename).toHaveAccessibleName('Title: Broken lamp. Change it');
    await expect(handling.rename).toBeFocused();
    await expect.poll(async () => (await agent.conversation(id)).title).toBe('Broken lamp');
  });

  await test.step('a number among the fields', async () => {
    await tabTo(page, 'Add a field');
    await keyboard.press('Enter');
    await expect(handling.fieldName).toBeFocused();
    await keyboard.type('Lamps');
    await keyboard.press('Tab');
    await keyboard.type('Num');
    await keyboard.press('Tab');
    await keyboard.type('two');
    await keyboard.press('Enter');
    await expect(desk.details.getByRole('alert')).toHaveText('This is not a number.');
    await keyboard.press('Control+a');
    await keyboard.type('2');
    await expectAccessible(page, 'a field that is added', 'inbox-desk');
    await keyboard.press('Enter');
    await expect(handling.field('Lamps')).toContainText('2');
    await expect.poll(() => attribute(agent, id, 'Lamps')).toBe(2);
  });

  await test.step('another contact', async () => {
    await tabTo(page, 'Add a participant', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(handling.find).toBeFocused();
    await keyboard.type('henrik');
    await expect(handling.found).toHaveText([/Henrik Aasen/]);
    await keyboard.press('Enter');
    await expect(handling.people).toHaveCount(2);
    await expect(desk.toast).toContainText('Participant added');
    await keyboard.press('z');
    await expect(handling.people).toHaveCount(1);
  });
});

async function attribute(agent: Api, id: string, name: string): Promise<unknown> {
  const { inbox } = await agent.conversation(id);
  return (inbox as { customAttributes?: Record<string, unknown> }).customAttributes?.[name];
}

test('what cannot be undone is asked for twice', async ({ desk, devices, server, messenger }) => {
  const handling = new DeskHandling(desk);
  await messenger.beginByKeyboard(QUESTION);
  await desk.openByPointer(QUESTION);
  const other = await colleague(devices, server, 'Jonas Berg');
  await expect(other.row(QUESTION)).toBeVisible();

  await desk.message(QUESTION).hover();
  await desk.message(QUESTION).getByRole('button', { name: 'Remove this message' }).click();
  await expect(handling.redaction).toContainText('This cannot be undone.');
  await expectAccessible(desk.page, 'the question', 'inbox-desk');
  await handling.redaction.getByRole('button', { name: 'Cancel' }).click();
  await expect(messenger.message(QUESTION)).toBeVisible();
  await desk.message(QUESTION).hover();
  await desk.message(QUESTION).getByRole('button', { name: 'Remove this message' }).click();
  await handling.redaction.getByRole('button', { name: 'Remove the message' }).click();
  await expect(messenger.message('This message was removed')).toBeVisible();

  const id = await desk.list.locator('[aria-current]').getAttribute('data-conv-id');
  await desk.chooseByPointer(desk.reading.getByRole('button', { name: 'More actions' }), 'Delete the conversation…');
  const word = handling.deletion.getByRole('textbox', { name: /^Type “delete”/ });
  await expect(word).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(handling.deletion).toBeVisible();
  await desk.page.keyboard.type('delete');
  await desk.page.keyboard.press('Enter');
  await expect(handling.deletion).toBeHidden();
  for (const seen of [desk, other]) await expect(seen.host.locator(`[data-conv-id="${id}"]`)).toHaveCount(0);
  await expect(desk.toast).toContainText('Conversation deleted');
});

test('both take it at once: each is told whose it is, and the counts agree', async ({ desk, devices, server }) => {
  const other = await colleague(devices, server, 'Jonas Berg');
  await asked(desk, server);
  await other.open(QUESTION);
  const [mine, theirs] = [new DeskViews(desk), new DeskViews(other)];
  await expect.poll(() => mine.count('Assigned to me')).toBeGreaterThanOrEqual(0);
  await expect.poll(() => theirs.count('Assigned to me')).toBeGreaterThanOrEqual(0);
  const sum = async (): Promise<number> =>
    (await mine.count('Assigned to me')) + (await theirs.count('Assigned to me'));
  const before = await sum();

  await Promise.all([desk.page.keyboard.press('a'), other.page.keyboard.press('a')]);
  // One of them has it, whoever was the last.
  await expect
    .poll(async () => {
      const names = await Promise.all([desk, other].map((one) => one.assignee.getAttribute('aria-label')));
      return names[0] === names[1] && names[0] !== 'Assignee: Nobody';
    })
    .toBe(true);
  const winner = (await desk.assignee.getAttribute('aria-label'))!.replace('Assignee: ', '');
  const loser = winner === 'Jonas Berg' ? desk : other;
  await expect(loser.host.getByRole('status').filter({ hasText: `${winner} has taken it` })).toBeVisible();
  await expect.poll(sum).toBe(before + 1);
});
