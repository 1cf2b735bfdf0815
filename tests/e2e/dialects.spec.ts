/** Both widgets on each of the dialects: what one writes the other shows, and what a dialect lacks is not offered. */

import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Is the blue kettle back in stock?';
const ANSWER = 'It is, since this morning.';
const THANKS = 'Then I take two.';

/** What each has of the things that not all have. */
const DIALECTS = {
  featurebase: { begins: true, snooze: true, notes: true },
  intercom: { begins: true, snooze: true, notes: true },
  'stack-auth': { begins: true, snooze: false, notes: true },
  crm: { begins: true, snooze: false, notes: false },
  voicebot: { begins: false, snooze: false, notes: false },
};

for (const [dialect, { begins, snooze, notes }] of Object.entries(DIALECTS)) {
  test(`${dialect}: a customer and an agent talk to each other`, async ({ shop, server, devices, agent, signed }) => {
    const customer = signed({ sub: 'kettle-lover', name: 'Kim Kettle', exp: Math.floor(Date.now() / 1000) + 3600 });
    const widget = (name: string): string =>
      `<inbox-${name} endpoint="${server.origin}" dialect="${dialect}"></inbox-${name}>`;

    // Where a customer cannot begin, somebody has begun elsewhere: one store, five languages.
    if (!begins) {
      const headers = { Authorization: `Bearer ${customer}` };
      const session = await (await fetch(`${server.origin}/session`, { headers })).json();
      const begun = { from: { type: 'contact', id: session.me.id }, bodyMarkdown: QUESTION };
      const answer = await agent.call('POST', '/featurebase/v2/conversations', begun);
      expect(answer.status, answer.text).toBe(201);
    }

    shop.shows(widget('messenger'));
    const messenger = new MessengerPage((await devices.fresh()).page);
    await messenger.page.goto(shop.origin);
    await messenger.signIn(customer);
    await messenger.open();
    if (begins) {
      await messenger.begin(QUESTION);
      await messenger.expectSent(QUESTION);
    } else {
      await expect(messenger.newConversation).toBeHidden();
      await expect(messenger.panel).toContainText('We will write to you here.');
      await messenger.conversations.first().click();
      await expect(messenger.message(QUESTION)).toBeVisible();
    }

    shop.shows(widget('desk'));
    const desk = new DeskPage((await devices.fresh()).page);
    await desk.page.goto(shop.origin);
    await desk.host.evaluate(
      (host, token) => ((host as HTMLElementTagNameMap['inbox-desk']).token = token),
      agent.token,
    );
    await desk.open(QUESTION);
    await expect(desk.message(QUESTION)).toBeVisible();
    await expect(desk.snooze).toHaveCount(snooze ? 1 : 0);
    await expect(desk.reading.getByRole('button', { name: 'Note', exact: true })).toHaveCount(notes ? 1 : 0);

    await desk.answer(ANSWER);
    await expect(messenger.message(ANSWER)).toBeVisible();
    await messenger.say(THANKS);
    await messenger.expectSent(THANKS);
    await expect(desk.message(THANKS)).toBeVisible();

    // Each message is there once, in whatever dialect it is read.
    const [conversation] = (await agent.list('?limit=100')).filter(({ source }) => source?.bodyMarkdown === QUESTION);
    expect(conversation && (await agent.said(conversation.id))).toEqual([QUESTION, ANSWER, THANKS]);
  });
}

test('crm: an agent keeps a view of what is theirs, and it counts', async ({ shop, server, devices, agent }) => {
  shop.shows(`<inbox-desk endpoint="${server.origin}" dialect="crm"></inbox-desk>`);
  const visit = async (): Promise<DeskPage> => {
    const desk = new DeskPage((await devices.fresh()).page);
    await desk.page.goto(shop.origin);
    await desk.host.evaluate(
      (host, token) => ((host as HTMLElementTagNameMap['inbox-desk']).token = token),
      agent.token,
    );
    await expect(desk.rows.first()).toBeVisible();
    return desk;
  };
  const desk = await visit();
  const view = (on: DeskPage, name: RegExp) => on.views.getByRole('button', { name });
  await expect(view(desk, /^Recents \d+ unread of \d+$/)).toHaveAttribute('aria-current', 'true');
  // What is nobody's yet, with a star: there is none.
  await view(desk, /^Assigned to me/).click();
  await expect(desk.rows).toHaveCount(0);
  await desk.views.getByRole('button', { name: 'Save what is shown as a view' }).click();
  await desk.page.keyboard.type('All mine');
  await desk.page.keyboard.press('Enter');
  await expect(view(desk, /^All mine 0 unread of 0$/)).toHaveAttribute('aria-current', 'true');

  await view(desk, /^All \d/).click();
  await desk.rows.first().click();
  await desk.choose(desk.assignee, 'Assign to me');
  await expect(view(desk, /^All mine \d unread of 1$/)).toBeVisible();

  // It is kept by the server, not by the browser.
  const again = await visit();
  await view(again, /^All mine \d/).click();
  await expect(again.rows).toHaveCount(1);
});
