/** One page, one person after the other. */

import { MessengerPage } from './support/messenger-page.js';
import { Api } from './support/api.js';
import { expect, test } from './support/test.js';

test('who signs in on the same page sees nothing of whom was there before', async ({
  server,
  shop,
  devices,
  signed,
}) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  await messenger.signIn(signed({ sub: 'ana', name: 'Ana' }));
  await messenger.begin('Only Ana may read this');
  await messenger.expectSent('Only Ana may read this');
  await messenger.composer.fill('Nor this draft of hers');

  await messenger.signIn(signed({ sub: 'ben', name: 'Ben' }));
  await expect(messenger.panel).toContainText('Hi Ben');
  await expect(messenger.host).not.toContainText('Ana');
  await messenger.newConversation.click();
  await expect(messenger.composer).toHaveValue('');
});

test('without a server a token of somebody else shows and sends nothing of whom was there before', async ({
  server,
  shop,
  devices,
  signed,
}) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  const ana = signed({ sub: 'ana', name: 'Ana' });
  await messenger.signIn(ana);
  await messenger.begin('Only Ana may read this');
  await messenger.expectSent('Only Ana may read this');
  await server.kill();
  await messenger.say('This waits for Ana');
  await expect(messenger.message('This waits for Ana')).toHaveAttribute('data-state', /^(waiting|sending)$/);

  const ben = signed({ sub: 'ben', name: 'Ben' });
  await messenger.signIn(ben);
  await expect(messenger.host).not.toContainText('Ana');
  await messenger.page.reload();
  await messenger.signIn(ben);
  await messenger.open();
  await expect(messenger.panel.getByRole('alert')).toBeVisible();
  await expect(messenger.host).not.toContainText('Ana');

  await server.start();
  await messenger.panel.getByRole('button', { name: 'Try again' }).click();
  await expect(messenger.panel).toContainText('Hi Ben');
  await expect(messenger.host).not.toContainText('Ana');
  await messenger.begin('Ben has a question');
  await messenger.expectSent('Ben has a question');
  const told = await new Api(server.origin, ben).list();
  expect(told).toHaveLength(1);

  await test.step('what waited is sent once she is back', async () => {
    await messenger.signIn(ana);
    await expect(messenger.panel).toContainText('Hi Ana');
    await messenger.conversations.first().click();
    await messenger.expectSent('This waits for Ana');
  });
});

test('who signs out is gone from sight at once, and nobody is made of them', async ({
  server,
  shop,
  devices,
  signed,
  agent,
}) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  const ana = signed({ sub: 'ana', name: 'Ana' });
  const { id } = await new Api(server.origin, ana).begin('Only Ana may read this');
  await new Api(server.origin, agent.token).reply(id, 'Nor this');
  await messenger.signIn(ana);
  await expect(messenger.badge).toHaveText('1');
  await expect(messenger.news).toContainText('Nor this');
  const asked: string[] = [];
  messenger.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  server.pause();
  await messenger.signIn('');
  await expect(messenger.badge).toBeHidden();
  await expect(messenger.news).toBeHidden();
  server.resume();
  const visitors = (): number => asked.filter((path) => path.endsWith('/visitor')).length;
  expect(visitors()).toBe(0);
  await messenger.open();
  await expect(messenger.panel).toContainText('Hi there');
  expect(visitors()).toBe(1);
});

test('a draft of one customer is not offered to another', async ({ server, shop, devices, signed }) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  await messenger.signIn(signed({ sub: 'ana', name: 'Ana' }));
  await messenger.open();
  await messenger.newConversation.click();
  await messenger.composer.fill('A draft of Ana');
  await messenger.page.reload();
  await messenger.signIn(signed({ sub: 'ben', name: 'Ben' }));
  await messenger.open();
  await expect(messenger.panel).toContainText('Hi Ben');
  await messenger.newConversation.click();
  await expect(messenger.composer).toHaveValue('');
});

test('a conversation that is asked for before the reader is signed in is shown', async ({
  server,
  shop,
  devices,
  signed,
}) => {
  const token = signed({ sub: 'ana', name: 'Ana' });
  const { id } = await new Api(server.origin, token).begin('Here it is');
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  server.pause();
  await messenger.signIn(token);
  await messenger.page.evaluate((id) => document.querySelector('inbox-messenger')!.showConversation(id), id);
  await expect(messenger.panel).toBeVisible();
  server.resume();
  await expect(messenger.message('Here it is')).toBeVisible();
});
