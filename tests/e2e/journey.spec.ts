/** A customer and an agent talk to each other: the whole way, through the real server. */

import { DeskPage } from './support/desk-page.js';
import { expect, test } from './support/test.js';

const QUESTION = 'My tent leaks at the seam. Can it be mended?';

test('a customer writes, an agent answers, and each sees it without a reload', async ({ messenger, desk }) => {
  await test.step('a first message is at the top of the desk, unread', async () => {
    await messenger.begin(QUESTION);
    await messenger.expectSent(QUESTION);
    const row = desk.rows.first();
    await expect(row).toContainText(QUESTION);
    await expect(row).toContainText('1 unread message');
  });

  await test.step('opened, it is read', async () => {
    await desk.open(QUESTION);
    await expect(desk.message(QUESTION)).toBeVisible();
    await expect(desk.row(QUESTION)).not.toContainText('unread message');
  });

  await test.step('the answer comes formatted, and counts while the messenger is closed', async () => {
    await messenger.close();
    await desk.answer('It can be **mended**:\n\n- seams\n- [zips](https://example.com/zips)');
    await expect(messenger.launcher).toHaveAccessibleName('Open chat, unread: 1');
    await expect(messenger.badge).toHaveText('1');
    await messenger.open();
    const answer = messenger.message('It can be mended');
    await expect(answer.locator('strong')).toHaveText('mended');
    await expect(answer.getByRole('listitem')).toHaveText(['seams', 'zips (opens in a new tab)']);
    await expect(answer.getByRole('link', { name: 'zips' })).toHaveAttribute('href', 'https://example.com/zips');
    await expect(messenger.badge).toBeHidden();
    await expect(messenger.launcher).toHaveAccessibleName('Close chat');
  });

  await test.step('the agent learns that it was seen', async () => {
    await expect(desk.message('It can be mended')).toHaveAttribute('data-state', 'read');
    await expect(desk.message('It can be mended')).toContainText('Seen');
  });

  await test.step('it goes on in both directions', async () => {
    await messenger.say('What does it cost?');
    await expect(desk.message('What does it cost?')).toBeVisible();
    // Who answered is still who one talks to.
    await expect(messenger.panel.getByRole('heading', { name: 'Maya Lindqvist' })).toBeVisible();
    await desk.answer('Nothing, ever.');
    await expect(messenger.message('Nothing, ever.')).toBeVisible();
  });

  await test.step('a reload of both pages keeps all of it', async () => {
    const said = [QUESTION, 'It can be mended', 'What does it cost?', 'Nothing, ever.'];
    await Promise.all([messenger.page.reload(), desk.page.reload()]);
    await messenger.open();
    await messenger.conversations.first().click();
    await desk.open('Nothing, ever.');
    for (const side of [messenger, desk]) {
      await expect(side.messages).toHaveCount(said.length);
      for (const [at, text] of said.entries()) await expect(side.messages.nth(at)).toContainText(text);
    }
  });
});

test('who types is shown on the other side, and only there', async ({ messenger, desk }) => {
  await messenger.begin(QUESTION);
  await desk.open(QUESTION);

  await messenger.composer.pressSequentially('And the ');
  await expect(desk.typing).toBeVisible();
  await expect(messenger.typing).toBeHidden();

  await desk.reply.pressSequentially('Let me ');
  await expect(messenger.typing).toContainText('Maya Lindqvist is typing');

  await desk.answer('look.');
  await expect(messenger.message('Let me look.')).toBeVisible();
  await expect(messenger.typing).toBeHidden();
});

test('a note never reaches the customer', async ({ messenger, visitor, desk }) => {
  const secret = 'Do not tell them: the seams of this series are bad';
  await messenger.begin(QUESTION);
  await desk.open(QUESTION);
  await expect(desk.row(QUESTION)).not.toContainText('unread message');
  await messenger.close();

  await desk.leaveNote(secret);
  await expect(desk.message(secret)).toHaveAttribute('data-kind', 'note');
  await expect(desk.message(secret)).toContainText('Internal note');
  // Once the server has it, nothing is left to tell of it.
  await expect(desk.message(secret)).not.toHaveAttribute('data-state');
  await desk.reading.getByRole('button', { name: 'Reply', exact: true }).click();
  await desk.answer('We will mend it.');

  // What came after the note is there; the note would be, too.
  await expect(messenger.badge).toHaveText('1');
  await messenger.open();
  await expect(messenger.message('We will mend it.')).toBeVisible();
  await expect(messenger.messages).toHaveCount(2);
  await expect(messenger.host).not.toContainText('Do not tell');
  await messenger.page.reload();
  await messenger.open();
  await messenger.conversations.first().click();
  await expect(messenger.messages).toHaveCount(2);

  const told = await visitor.watch.told();
  expect(told).toContain('We will mend it.');
  expect(told).toContain('event: conversation');
  expect(told).not.toContain('Do not tell');
  await expect(desk.message(secret)).toBeVisible();
});

test('what one agent does to a conversation, another sees at once', async ({ messenger, desk, devices, server }) => {
  await messenger.begin(QUESTION);
  const other = new DeskPage((await devices.fresh()).page);
  await other.visitAs(server.origin, server.agentToken('Jonas Berg'));
  await desk.open(QUESTION);
  await other.open(QUESTION);
  await expect(desk.reading.getByText('Jonas Berg is looking at this too')).toBeVisible();

  await test.step('assigned', async () => {
    await desk.choose(desk.assignee, 'Priya Nair');
    await expect(desk.assignee).toHaveAccessibleName('Assignee: Priya Nair');
    await expect(other.assignee).toHaveAccessibleName('Assignee: Priya Nair');
    await expect(other.thread).toContainText('Maya Lindqvist assigned this to Priya Nair');
  });

  await test.step('snoozed: it leaves the list of what is open', async () => {
    await desk.chooseByPointer(desk.snooze, /^Tomorrow morning/);
    await expect(other.thread).toContainText('Maya Lindqvist snoozed this until');
    // Whoever points at it sees it stay until they turn elsewhere.
    await expect(other.row(QUESTION)).toHaveAttribute('title', 'No longer in this view');
    await other.reply.click();
    await expect(other.row(QUESTION)).toHaveCount(0);
    await other.show('Snoozed');
    await expect(other.row(QUESTION)).toHaveCount(1);
    await expect(other.reopen).toBeVisible();
  });

  await test.step('closed', async () => {
    await desk.reopen.click();
    await expect(other.close).toBeVisible();
    await desk.close.click();
    await expect(other.thread).toContainText('Maya Lindqvist closed this conversation');
    await other.show('Closed');
    await expect(other.row(QUESTION)).toHaveCount(1);
    await expect(messenger.panel).toContainText('This conversation was closed. Write again to reopen it.');
  });

  await test.step('reopened', async () => {
    await desk.reopen.click();
    await expect(other.close).toBeVisible();
    await other.show('Open');
    await expect(other.row(QUESTION)).toHaveCount(1);
    await expect(messenger.panel).not.toContainText('This conversation was closed.');
  });
});
