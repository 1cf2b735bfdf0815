/** What agents make of a machine's draft, with the customer on another device. */

import { expectAccessible, tabTo } from './support/a11y.js';
import type { Api } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import { CABIN, DeskWriting } from './support/desk-writing.js';
import { MessengerPage } from './support/messenger-page.js';
import { expect, test as base } from './support/test.js';

const DRAFT =
  "Of course! I've told the driver: under the porch, tomorrow between 8 and 11. We'll text you as soon as it is there.";
const ANYTHING_ELSE = 'And how does he get past the dog?';

interface Fixtures {
  /** The demo agent's desk on an API with drafts, where one replies to the customer. */
  crm: DeskPage;
  writing: DeskWriting;
  /** The customer's thread. */
  customer: MessengerPage;
}

/** The conversation with the draft. */
async function cabin(agent: Api): Promise<{ id: string; contact: string }> {
  const [conversation] = (await agent.list('?limit=100')).filter(({ title }) => title === CABIN);
  return { id: conversation!.id, contact: conversation!.source!.author!.id };
}

const test = base.extend<Fixtures>({
  crm: async ({ devices, server }, use) => {
    const desk = new DeskPage((await devices.fresh()).page);
    await desk.visit(server.origin, 'crm');
    await use(desk);
  },

  writing: async ({ crm }, use) => {
    const writing = new DeskWriting(crm);
    await writing.replyTo(CABIN);
    await expect(writing.draft).toContainText(DRAFT);
    await use(writing);
  },

  customer: async ({ devices, server, agent }, use) => {
    const messenger = new MessengerPage((await devices.fresh()).page);
    await messenger.visitAsGuest(server.origin);
    await messenger.signIn(server.customerToken((await cabin(agent)).contact));
    await messenger.launcher.press('Enter');
    await messenger.conversations.first().press('Enter');
    await expect(messenger.message('Can he put it under the porch?')).toBeVisible();
    await use(messenger);
  },
});

test('a draft is sent as it is, and can be taken back until then, by keyboard', async ({
  crm,
  writing,
  customer,
  server,
}) => {
  const { keyboard } = crm.page;
  await expect(writing.waits).toHaveCount(1);
  await expectAccessible(crm.page, 'a draft waits', 'inbox-desk');
  await tabTo(crm.page, /^Send$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(crm.waiting).toBeVisible();
  await expect(writing.ways).toHaveCount(0);
  await tabTo(crm.page, 'Undo');
  await keyboard.press('Enter');
  await expect(crm.waiting).toHaveCount(0);
  await expect(writing.ways).toBeVisible();
  // It was nobody's own text.
  await expect(crm.reply).toHaveValue('');
  await expect(customer.message(DRAFT)).toHaveCount(0);

  await tabTo(crm.page, /^Send$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(crm.page, 'Send now');
  await keyboard.press('Enter');
  await expect(customer.message(DRAFT)).toBeVisible();
  await expect(writing.draft).toContainText('Sent as suggested');
  await expect(writing.ways).toHaveCount(0);
  await expect(writing.waits).toHaveCount(0);
  expect(server.trainingPairs().at(-1)).toMatchObject({ label: 'accepted', draft: DRAFT, sent: DRAFT });
});

test('a draft is edited and sent, by keyboard, and what became of it is known', async ({
  crm,
  writing,
  customer,
  server,
}) => {
  const { keyboard } = crm.page;
  await tabTo(crm.page, /^Edit$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(crm.reply).toBeFocused();
  await expect(crm.reply).toHaveValue(DRAFT);
  await keyboard.press('Control+End');
  await keyboard.type(' Give the dog our love.');
  await keyboard.press('Enter');
  await crm.hurry();
  const sent = `${DRAFT} Give the dog our love.`;
  await expect(customer.message(sent)).toBeVisible();
  await expect(writing.draft).toContainText('Another reply was sent instead');
  await expect(writing.ways).toHaveCount(0);
  await expect(writing.waits).toHaveCount(0);
  expect(server.trainingPairs().at(-1)).toMatchObject({ label: 'edited', draft: DRAFT, sent });
});

test('a draft is dismissed by keyboard, which a colleague sees and the customer does not', async ({
  crm,
  writing,
  customer,
  devices,
  server,
}) => {
  const colleague = new DeskPage((await devices.fresh()).page);
  await colleague.visitAs(server.origin, server.agentToken('Tomas Vidal'), 'crm');
  const theirs = new DeskWriting(colleague);
  await theirs.replyTo(CABIN);
  await expect(theirs.ways).toBeVisible();
  const before = server.trainingPairs().length;

  await tabTo(crm.page, /^Dismiss$/, 'Shift+Tab');
  await crm.page.keyboard.press('Enter');
  await expect(writing.draft).toContainText('Dismissed');
  await expect(writing.ways).toHaveCount(0);
  await expect(writing.waits).toHaveCount(0);
  await expect(theirs.draft).toContainText('Dismissed');
  await expect(theirs.ways).toHaveCount(0);
  await expectAccessible(crm.page, 'a draft was dismissed', 'inbox-desk');
  await expect(customer.message('Can he put it under the porch?')).toBeVisible();
  await expect(customer.message(DRAFT)).toHaveCount(0);
  expect(server.trainingPairs()).toHaveLength(before);
});

test('a draft retires when the customer writes, and what was made of it is not sent unawares', async ({
  crm,
  writing,
  customer,
}) => {
  const { keyboard } = crm.page;
  await writing.ways.getByRole('button', { name: 'Edit' }).click();
  await expect(crm.reply).toHaveValue(DRAFT);
  await customer.sayByKeyboard(ANYTHING_ELSE);
  await expect(crm.message(ANYTHING_ELSE)).toBeVisible();
  await expect(writing.draft).toContainText('Somebody has written since. This draft can no longer be sent.');
  await expect(writing.ways.getByRole('button')).toHaveText(['Dismiss']);

  await crm.reply.focus();
  await keyboard.press('Enter');
  await expect(writing.problem).toContainText('press send again to send your text anyway');
  await expect(crm.reply).toHaveValue(DRAFT);
  await expect(crm.waiting).toHaveCount(0);
  await expectAccessible(crm.page, 'a draft has retired', 'inbox-desk');
  // With all in view that was said, it is the agent's own.
  await keyboard.press('Control+End');
  await keyboard.type(' He knows the dog.');
  await keyboard.press('Enter');
  await crm.sendNow.click();
  await expect(customer.message(`${DRAFT} He knows the dog.`)).toBeVisible();
});

test('a draft that is overtaken while it can be taken back is not sent, which is told', async ({
  crm,
  writing,
  customer,
}) => {
  const { keyboard } = crm.page;
  await tabTo(crm.page, /^Send$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(crm.waiting).toBeVisible();
  await customer.sayByKeyboard(ANYTHING_ELSE);
  await expect(crm.message(ANYTHING_ELSE)).toBeVisible();
  await tabTo(crm.page, 'Send now');
  await keyboard.press('Enter');
  await expect(crm.waiting).toHaveCount(0);
  // Nobody has typed anything that could be sent instead.
  await expect(writing.problem).toHaveText('That did not work: somebody has written since this draft was made');
  await expect(writing.draft).toContainText('This draft can no longer be sent.');
  await expect(customer.message(DRAFT)).toHaveCount(0);
});

test('what was made of a draft and is overtaken can be sent all the same, by keyboard', async ({
  crm,
  writing,
  customer,
}) => {
  const { keyboard } = crm.page;
  const sent = `${DRAFT} Give the dog our love.`;
  await tabTo(crm.page, /^Edit$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(crm.reply).toBeFocused();
  await keyboard.press('Control+End');
  await keyboard.type(' Give the dog our love.');
  await keyboard.press('Enter');
  await expect(crm.waiting).toBeVisible();
  await customer.sayByKeyboard(ANYTHING_ELSE);
  await expect(crm.message(ANYTHING_ELSE)).toBeVisible();
  await crm.hurry();
  await expect(crm.message(sent)).toHaveAttribute('data-state', 'failed');
  await expect(crm.message(sent)).toContainText('That did not work: somebody has written since this draft was made');
  await tabTo(crm.page, 'Try again', 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(customer.message(sent)).toBeVisible();
  await expect(crm.message(sent)).toHaveAttribute('data-state', /^(sent|delivered|read)$/);
  await expect(writing.draft).toContainText('Another reply was sent instead');
});

test('where an API keeps no drafts, one can be edited and neither sent as it is nor dismissed', async ({ desk }) => {
  const writing = new DeskWriting(desk);
  await writing.replyTo(CABIN);
  await expect(writing.draft).toContainText(DRAFT);
  await expect(writing.ways.getByRole('button')).toHaveText(['Edit']);
  await tabTo(desk.page, /^Edit$/, 'Shift+Tab');
  await desk.page.keyboard.press('Enter');
  await expect(desk.reply).toBeFocused();
  await expect(desk.reply).toHaveValue(DRAFT);
});
