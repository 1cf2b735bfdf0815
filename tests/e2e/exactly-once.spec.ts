/** Whatever breaks between the two sides, what was sent arrives: once, and in its order. */

import type { Api } from './support/api.js';
import { MessengerPage } from './support/messenger-page.js';
import { findNetwork, loseNetwork } from './support/network.js';
import { expect, test } from './support/test.js';

const HELLO = 'Hello, is anybody there?';

/** The visitor's conversation: the newest that begins like this. */
async function begun(agent: Api, text = HELLO): Promise<string> {
  const all = await agent.list('?limit=20');
  const found = all.filter(({ source }) => source?.bodyMarkdown === text);
  expect(found).toHaveLength(1);
  return found[0]?.id ?? '';
}

/** Resolves when the page has handed over a message. */
const handedOver = ({ page }: MessengerPage): Promise<unknown> =>
  page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/conversations'));

test.describe('the server is killed', () => {
  test('before it has read a message', async ({ messenger, server, agent }) => {
    await messenger.begin(HELLO);
    await messenger.expectSent(HELLO);
    server.pause();
    await Promise.all([handedOver(messenger), messenger.say('Are you still there?')]);
    await server.kill();
    await expect(messenger.message('Are you still there?')).toHaveAttribute('data-state', /waiting|sending/);
    await server.start();
    await messenger.expectSent('Are you still there?');
    expect(await agent.said(await begun(agent))).toEqual([HELLO, 'Are you still there?']);
  });

  test('between storing a message and answering', async ({ messenger, server, agent }) => {
    await messenger.begin(HELLO);
    await messenger.expectSent(HELLO);
    const said = [HELLO];
    for (const text of ['one', 'two', 'three']) {
      server.pause();
      await Promise.all([handedOver(messenger), messenger.say(text)]);
      await server.killAfterNextWrite();
      await server.start();
      await messenger.expectSent(text);
      said.push(text);
      expect(await agent.said(await begun(agent))).toEqual(said);
    }
    await expect(messenger.messages).toHaveCount(said.length);
  });

  test('between storing the first message and answering', async ({ messenger, server, agent }) => {
    await messenger.open();
    await messenger.newConversation.click();
    await messenger.composer.fill(HELLO);
    server.pause();
    await Promise.all([handedOver(messenger), messenger.send.click()]);
    await server.killAfterNextWrite();
    await server.start();
    await messenger.expectSent(HELLO);
    expect(await agent.said(await begun(agent))).toEqual([HELLO]);
    await messenger.back.click();
    await expect(messenger.conversations).toHaveCount(1);
  });

  test('and much is written before it is back', async ({ messenger, server, agent }) => {
    await messenger.begin(HELLO);
    await messenger.expectSent(HELLO);
    await server.kill();
    const said = ['first', 'second', 'third', 'fourth'];
    for (const text of said) await messenger.say(text);
    await expect(messenger.messages).toHaveText([HELLO, ...said].map((text) => new RegExp(text)));
    await server.start();
    for (const text of said) await messenger.expectSent(text);
    expect(await agent.said(await begun(agent))).toEqual([HELLO, ...said]);
  });
});

test('without a network a message waits, says so, and goes when it is back', async ({ messenger, agent }) => {
  await messenger.begin(HELLO);
  await messenger.expectSent(HELLO);
  await loseNetwork(messenger.host);
  await expect(messenger.banner).toBeVisible();
  await messenger.say('Written in a tunnel');
  await expect(messenger.message('Written in a tunnel')).toHaveAttribute('data-state', 'waiting');
  await expect(messenger.message('Written in a tunnel')).toContainText('Waiting for connection');
  expect(await agent.said(await begun(agent))).toEqual([HELLO]);

  await findNetwork(messenger.host);
  await expect(messenger.banner).toBeHidden();
  await messenger.expectSent('Written in a tunnel');
  expect(await agent.said(await begun(agent))).toEqual([HELLO, 'Written in a tunnel']);
});

test('a message survives that its page is loaded anew while the server is down', async ({
  shop,
  server,
  devices,
  agent,
}) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  await messenger.begin(HELLO);
  await messenger.expectSent(HELLO);
  await server.kill();
  await messenger.say('Do not lose this');
  await messenger.back.click();
  await messenger.newConversation.click();
  await messenger.say('Nor this');
  await expect(messenger.message('Nor this')).toBeVisible();

  await messenger.page.reload();
  await messenger.open();
  await messenger.conversations.filter({ hasText: 'Nor this' }).click();
  await expect(messenger.message('Nor this')).toHaveAttribute('data-state', /waiting|sending/);
  await messenger.say('And this');

  await server.start();
  await messenger.expectSent('Nor this');
  await messenger.expectSent('And this');
  await expect.poll(async () => agent.said(await begun(agent))).toEqual([HELLO, 'Do not lose this']);
  expect(await agent.said(await begun(agent, 'Nor this'))).toEqual(['Nor this', 'And this']);
});

test('two tabs that both hold a waiting message send it once', async ({ shop, server, devices, agent }) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const first = new MessengerPage((await devices.fresh()).page);
  await first.page.goto(shop.origin);
  await first.begin(HELLO);
  await first.expectSent(HELLO);
  await server.kill();
  await first.say('Only once, please');
  await expect(first.message('Only once, please')).toBeVisible();
  const second = new MessengerPage(await first.page.context().newPage());
  await second.page.goto(shop.origin);
  await second.open();
  await expect(second.newConversation).toBeVisible();

  await server.start();
  await first.expectSent('Only once, please');
  await second.conversations.first().click();
  await second.expectSent('Only once, please');
  await first.say('And that was it');
  await second.expectSent('And that was it');
  expect(await agent.said(await begun(agent))).toEqual([HELLO, 'Only once, please', 'And that was it']);
});

test('what one customer has written is never sent as another', async ({ shop, server, devices, signed, agent }) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const { page } = await devices.fresh();
  const as = (sub: string, name: string): Promise<unknown> =>
    page.addInitScript(
      (token) => addEventListener('DOMContentLoaded', () => (document.querySelector('inbox-messenger')!.token = token)),
      signed({ sub, name }),
    );
  await as('ana', 'Ana');
  await page.goto(shop.origin);
  const messenger = new MessengerPage(page);
  await messenger.begin(HELLO);
  await messenger.expectSent(HELLO);
  await server.kill();
  await messenger.say('My card ends in 4111');
  await expect(messenger.message('My card ends in 4111')).toBeVisible();

  await as('ben', 'Ben');
  await server.start();
  await page.reload();
  await messenger.begin('I am Ben');
  await messenger.expectSent('I am Ben');
  await messenger.back.click();
  await expect(messenger.conversations).toHaveCount(1);
  await expect(messenger.panel).not.toContainText('4111');
  expect(await agent.said(await begun(agent, 'I am Ben'))).toEqual(['I am Ben']);

  await as('ana', 'Ana');
  await page.reload();
  await expect.poll(async () => agent.said(await begun(agent))).toEqual([HELLO, 'My card ends in 4111']);
});

test('what is written before the server has answered at all is sent', async ({ shop, server, devices, agent }) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  server.pause();
  await messenger.page.goto(shop.origin);
  await messenger.open();
  await messenger.newConversation.click();
  await messenger.say(HELLO);
  server.resume();
  await messenger.expectSent(HELLO);
  expect(await agent.said(await begun(agent))).toEqual([HELLO]);
});

test('what is written before the server has answered at all outlives its page', async ({
  shop,
  server,
  devices,
  agent,
}) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  server.pause();
  await messenger.page.goto(shop.origin);
  await messenger.open();
  await messenger.newConversation.click();
  await messenger.say(HELLO);
  await expect(messenger.panel.getByRole('status', { name: 'Loading…' })).toBeVisible();
  await messenger.page.reload();
  await expect(messenger.launcher).toBeVisible();
  server.resume();
  // Nobody has to open anything again for it.
  await expect
    .poll(async () => (await agent.list('?limit=5')).map(({ source }) => source?.bodyMarkdown))
    .toContain(HELLO);
  await messenger.open();
  await messenger.conversations.first().click();
  await messenger.expectSent(HELLO);
  expect(await agent.said(await begun(agent))).toEqual([HELLO]);
});

test('what is typed while the first message is under way stays where it was typed', async ({ messenger, server }) => {
  await messenger.open();
  await messenger.newConversation.click();
  await messenger.composer.fill(HELLO);
  server.pause();
  await messenger.send.click();
  await expect(messenger.message(HELLO)).toHaveAttribute('data-state', /waiting|sending/);
  await messenger.composer.fill('It is about my tent');
  server.resume();
  await messenger.expectSent(HELLO);
  await expect(messenger.composer).toHaveValue('It is about my tent');
  await expect(messenger.composer).toBeFocused();
  await messenger.page.keyboard.press('Enter');
  await messenger.expectSent('It is about my tent');
  await expect(messenger.composer).toHaveValue('');
});

test('an impatient click sends once', async ({ messenger, agent }) => {
  await messenger.begin(HELLO);
  await messenger.expectSent(HELLO);
  await messenger.composer.fill('Twice clicked');
  await messenger.send.dblclick();
  await messenger.composer.fill('Twice entered');
  await messenger.composer.press('Enter');
  await messenger.composer.press('Enter');
  await messenger.expectSent('Twice entered');
  await expect(messenger.messages).toHaveCount(3);
  expect(await agent.said(await begun(agent))).toEqual([HELLO, 'Twice clicked', 'Twice entered']);
});
