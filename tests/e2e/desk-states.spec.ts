/** What becomes of a conversation: put away, urgent, waiting, being worked on, snoozed, closed, and back, by keyboard alone. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskHandling } from './support/desk-handling.js';
import { DeskPage } from './support/desk-page.js';
import type { Server } from './support/server.js';
import { type Devices, expect, test as base } from './support/test.js';

const QUESTION = 'The kettle whistles flat';

interface Fixtures {
  /** The conversation that this is about: a customer has just written. */
  asked: string;
  /** The demo's agent at a desk on one of the conversation APIs, on a device of its own. */
  deskOn: (dialect: string, token?: string) => Promise<DeskPage>;
}

const test = base.extend<Fixtures>({
  asked: async ({ server }, use) => {
    const { id } = await new Api(server.origin, server.customerToken('amal')).begin(QUESTION);
    await use(id);
  },

  deskOn: async ({ devices, server }, use) => {
    await use((dialect, token) => visit(devices, server, dialect, token));
  },
});

async function visit(devices: Devices, server: Server, dialect: string, token?: string): Promise<DeskPage> {
  const desk = new DeskPage((await devices.fresh()).page);
  await (token === undefined ? desk.visit(server.origin, dialect) : desk.visitAs(server.origin, token, dialect));
  return desk;
}

test('archived it leaves the list for everybody, is found in the archive, and comes back from there', async ({
  asked,
  deskOn,
  server,
  agent,
}) => {
  const desk = await deskOn('crm');
  const other = await deskOn('crm', server.agentToken('Jonas Berg'));
  const { page } = desk;
  const { keyboard } = page;
  await expect(other.row(QUESTION)).toBeVisible();
  await desk.reach(desk.row(QUESTION));

  await test.step('away, and taken back', async () => {
    await keyboard.press('y');
    await expect(desk.row(QUESTION)).toHaveCount(0);
    await expect(desk.done).toContainText('Archived · 1 conversation');
    await expect(other.row(QUESTION)).toHaveCount(0);
    await keyboard.press('z');
    await expect(desk.row(QUESTION)).toHaveCount(1);
    await expect(other.row(QUESTION)).toHaveCount(1);
  });

  await test.step('away for good', async () => {
    await desk.open(QUESTION);
    await keyboard.press('y');
    await expect(desk.row(QUESTION)).toHaveCount(0);
    // Whoever works by keyboard goes on with the next.
    await expect(desk.list).toBeFocused();
    await expect(desk.messages.first()).toBeVisible();
    await expect(desk.message(QUESTION)).toHaveCount(0);
  });

  await test.step('in the archive', async () => {
    await tabTo(page, /^Archived/, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(desk.row(QUESTION)).toHaveCount(1);
    await desk.open(QUESTION);
    await expect(new DeskHandling(desk).badge('Archived')).toBeVisible();
    await expectAccessible(page, 'the archive', 'inbox-desk');
  });

  await test.step('and back', async () => {
    await keyboard.press('y');
    await expect(desk.row(QUESTION)).toHaveCount(0);
    await expect(desk.done).toContainText('Brought back · 1 conversation');
    await expect(other.row(QUESTION)).toHaveCount(1);
    expect(await agent.said(asked)).toEqual([QUESTION]);
    await tabTo(page, /^All\d/, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(desk.row(QUESTION)).toHaveCount(1);
  });
});

test('a priority is set from the list, seen by a colleague, taken back, and there after a reload', async ({
  asked,
  deskOn,
  server,
}) => {
  expect(asked).not.toBe('');
  const desk = await deskOn('stack-auth');
  const other = await deskOn('stack-auth', server.agentToken('Jonas Berg'));
  const { keyboard } = desk.page;
  const [mine, theirs] = [new DeskHandling(desk), new DeskHandling(other)];
  await other.open(QUESTION);
  await expect(theirs.priority).toHaveAccessibleName('Priority: Normal');
  await desk.reach(desk.row(QUESTION));

  await test.step('set', async () => {
    // The conversation is opened for it, for the menu is there.
    await keyboard.press('p');
    await expect(desk.menu).toBeVisible();
    await expectAccessible(desk.page, 'the menu of priorities', 'inbox-desk');
    await desk.chooseHere('Low');
    await expect(mine.priority).toHaveAccessibleName('Priority: Low');
    await expect(desk.toast).toContainText('Priority set · ');
    await expect(mine.fact('Priority')).toContainText('Low');
    await expect(theirs.priority).toHaveAccessibleName('Priority: Low');
    await expect(desk.list).toBeFocused();
  });

  await test.step('raised, and taken back', async () => {
    await keyboard.press('p');
    await desk.chooseHere('High');
    await expect(theirs.priority).toHaveAccessibleName('Priority: High');
    await keyboard.press('z');
    await expect(mine.priority).toHaveAccessibleName('Priority: Low');
    await expect(mine.fact('Priority')).toContainText('Low');
    await expect(theirs.priority).toHaveAccessibleName('Priority: Low');
  });

  await test.step('and set again, to stay', async () => {
    await keyboard.press('p');
    await desk.chooseHere('Urgent');
    await expect(theirs.priority).toHaveAccessibleName('Priority: Urgent');
    await desk.page.reload();
    await expect(desk.rows.first()).toBeVisible();
    await desk.open(QUESTION);
    await expect(mine.priority).toHaveAccessibleName('Priority: Urgent');
  });
});

test('what waits for the customer is listed as waiting, and is open again when they write', async ({
  asked,
  deskOn,
  server,
}) => {
  const desk = await deskOn('stack-auth');
  const { keyboard } = desk.page;
  const handling = new DeskHandling(desk);
  await desk.open(QUESTION);
  await desk.choose(handling.more, 'Wait for the customer');
  await expect(desk.row(QUESTION)).toHaveCount(0);

  await desk.show('Waiting');
  await desk.open(QUESTION);
  await expect(handling.badge('Waiting for the customer')).toBeVisible();
  await expect(handling.fact('State')).toContainText('Waiting for the customer');
  await keyboard.press('u');
  await expect(desk.thread).toBeHidden();

  await desk.show('Open');
  await expect(desk.row(QUESTION)).toHaveCount(0);
  await new Api(server.origin, server.customerToken('amal')).reply(asked, 'It still does');
  await desk.open('It still does');
  await expect(handling.badge('Waiting for the customer')).toHaveCount(0);
  await expect(handling.fact('State')).toContainText('Open');
});

test('snoozed, closed and open it is in the list of that name, and in no other', async ({ asked, deskOn, agent }) => {
  const desk = await deskOn('featurebase');
  const { keyboard } = desk.page;
  const handling = new DeskHandling(desk);
  const state = async (): Promise<string> => (await agent.conversation(asked)).state;
  const listedUnder = async (name: 'Open' | 'Snoozed' | 'Closed'): Promise<void> => {
    for (const one of ['Open', 'Snoozed', 'Closed'] as const) {
      await desk.show(one);
      // Where it is not, others are.
      await expect(desk.rows.first()).toBeVisible();
      await expect(desk.row(QUESTION)).toHaveCount(one === name ? 1 : 0);
    }
    await desk.show(name);
    await desk.open(QUESTION);
  };

  await test.step('snoozed', async () => {
    await desk.open(QUESTION);
    await keyboard.press('h');
    await expect(desk.menu).toBeVisible();
    await desk.chooseHere(/^In a week/);
    await expect.poll(state).toBe('snoozed');
    await listedUnder('Snoozed');
    await expect(desk.reading.getByText(/^Snoozed until /)).toBeVisible();
    await expect(handling.fact('State')).toContainText('Snoozed');
  });

  await test.step('open', async () => {
    await keyboard.press('e');
    await expect.poll(state).toBe('open');
    await listedUnder('Open');
    await expect(desk.reading.getByText(/^Snoozed until /)).toHaveCount(0);
    await expect(desk.close).toBeVisible();
  });

  await test.step('closed', async () => {
    await keyboard.press('e');
    await expect.poll(state).toBe('closed');
    await listedUnder('Closed');
    await expect(handling.fact('State')).toContainText('Closed');
    await expect(desk.reopen).toBeVisible();
    await expectAccessible(desk.page, 'a closed conversation', 'inbox-desk');
  });

  await test.step('and open by its button', async () => {
    await tabTo(desk.page, 'Reopen');
    await keyboard.press('Enter');
    await expect.poll(state).toBe('open');
    await listedUnder('Open');
  });
});

test('that somebody works on it is seen by colleagues, until it is over', async ({ asked, deskOn, server }) => {
  expect(asked).not.toBe('');
  const desk = await deskOn('voicebot');
  const other = await deskOn('voicebot', server.agentToken('Jonas Berg'));
  const [mine, theirs] = [new DeskHandling(desk), new DeskHandling(other)];
  await desk.open(QUESTION);
  await other.open(QUESTION);
  await desk.choose(mine.more, 'Mark as in progress');
  await expect(mine.badge('In progress')).toBeVisible();
  await expect(theirs.badge('In progress')).toBeVisible();
  // It goes on being one of those that are open.
  await expect(desk.row(QUESTION)).toHaveCount(1);
  await desk.choose(mine.more, 'No longer in progress');
  await expect(mine.badge('In progress')).toHaveCount(0);
  await expect(theirs.badge('In progress')).toHaveCount(0);
});

test('a priority that is taken back is what it was', async ({ asked, deskOn }) => {
  expect(asked).not.toBe('');
  const desk = await deskOn('stack-auth');
  const handling = new DeskHandling(desk);
  await desk.open(QUESTION);
  const before = (await handling.priority.getAttribute('aria-label'))!;
  await desk.page.keyboard.press('p');
  await expect(desk.menu).toBeVisible();
  await desk.chooseHere('High');
  await expect(handling.priority).toHaveAccessibleName('Priority: High');
  await desk.page.keyboard.press('z');
  await expect(handling.priority).toHaveAccessibleName(before);
  await desk.page.reload();
  await desk.open(QUESTION);
  await expect(handling.priority).toHaveAccessibleName(before);
});
