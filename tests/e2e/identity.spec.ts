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
