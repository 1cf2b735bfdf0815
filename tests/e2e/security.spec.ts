/** What people and programs write is text and nothing else; and everybody sees what is theirs alone. */

import type { Locator, Page } from '@playwright/test';

import { Api, CONVERSATIONS, sign } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { Server } from './support/server.js';
import { expect, test } from './support/test.js';

/** Would run in a page that took it for markup. */
const attack = (from: string): string => `<img src=x onerror="ran('${from}')"><script>ran('${from}')</script>`;

/** Markup of exactly so many bytes. */
const markup = (bytes: number): string => `<b>${'x'.repeat(bytes - '<b></b>'.length)}</b>`;

/** Each line is a way to smuggle something in; none may be more than text or a harmless link. */
const SMUGGLED = [
  attack('html'),
  `<svg onload="ran('svg')"><iframe srcdoc="<script>parent.ran('iframe')</script>"></iframe></svg>`,
  '[a link](javascript:ran())',
  '[a link with a gap](java&#10;script:ran())',
  '[a link to data](data:text/html,<script>ran()</script>)',
  '<javascript:ran()>',
  '![a picture](javascript:ran())',
  '![a spy](https://spy.example/pixel.png)',
  '![out of its quotes](/x"onerror="ran())',
  `[a reference][r]\n\n[r]: javascript:ran() "title"`,
  '`<img src=x onerror=ran()>`',
  `<a href="https://spy.example" style="position:fixed;inset:0">cover</a>`,
].join('\n\n');

/** An address that leads astray, and an honest one that is as long. */
const astray = (type: string): string => `javascript:ran('${type}')`;
const honest = (type: string): string => `https://e.example/${type}`;

const KINDS = ['image', 'video', 'audio', 'document'];
/** No name of a file has a slash in it, so this one has no closing tag. */
const NAME = `<img src=x onerror="ran('name')">`;
const filesAt = (url: (type: string) => string) =>
  KINDS.map((type) => ({ type, url: url(type), name: NAME, caption: attack('caption') }));

const CARD = {
  type: 'contact_card',
  name: attack('card'),
  organization: attack('organization'),
  phones: ['1"onclick="ran()'],
  emails: [`x"onclick="ran()@example.com`],
};

const PLACE = { type: 'location', latitude: 1, longitude: 2, name: attack('place'), address: attack('address') };

/** A contact as a file, which is written here and can only be kept. */
const OWN = '[download][href^="data:text/vcard;charset=utf-8,"]';

/** Makes a page tell if foreign code runs in it, and says so in the end. */
async function booby(page: Page): Promise<{ expectQuiet(host: Locator): Promise<void> }> {
  const ran: string[] = [];
  await page.exposeFunction('ran', (from: string) => ran.push(from));
  return {
    expectQuiet: async (host) => {
      const planted = 'script, iframe, object, embed, b, [onerror], [onload], [onclick], [srcdoc], a[style]';
      await expect(host.locator(planted)).toHaveCount(0);
      for (const scheme of ['javascript', 'data', 'vbscript']) {
        await expect(host.locator(`[href^="${scheme}:" i]:not(${OWN}), [src^="${scheme}:" i]`)).toHaveCount(0);
      }
      for (const link of await host.locator('a[target=_blank]').all()) {
        await expect(link).toHaveAttribute('rel', /noopener/);
      }
      expect(ran).toEqual([]);
    },
  };
}

test('nothing that is written becomes more than text', async ({ server, devices, signed, agent }) => {
  const { agents, tags } = await agent.session();
  const tag = tags.find(({ name }) => name.length >= 8)!;
  const choices = await conversationWithChoices(agent);
  const choice = choices.texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
  await server.tamper({
    [tag.name]: markup(Buffer.byteLength(tag.name)),
    [choice]: markup(Buffer.byteLength(choice)),
    'Fjord & Fern': markup('Fjord & Fern'.length),
    [agents[0]!.name!]: markup(Buffer.byteLength(agents[0]!.name!)),
  });
  const victim = signed({ sub: 'mallory', name: attack('name'), email: `"<img/src=x/onerror=ran()>"@example.com` });
  const customer = new Api(server.origin, victim);
  const { id } = await customer.begin(SMUGGLED);
  // Such addresses are not let in; and where they got in by another way, they do nothing.
  for (const file of filesAt(astray)) {
    await expect(customer.reply(id, 'a file', [file])).rejects.toThrow('400');
  }
  const files = filesAt(honest);
  await customer.reply(id, 'files', [...files, CARD, PLACE]);
  const villain = new Api(server.origin, server.agentToken(attack('agent')));
  await villain.update(id, { title: attack('title'), adminAssigneeId: (await villain.session()).me.id });
  await villain.reply(id, SMUGGLED, [{ type: 'text', markdown: SMUGGLED }, ...files, CARD, PLACE]);
  await villain.note(id, SMUGGLED);
  await villain.tag(id, tag.id);
  await server.tamper(Object.fromEntries(KINDS.map((type) => [honest(type), astray(type)])));

  await test.step('at the desk', async () => {
    const { page } = await devices.fresh();
    const trap = await booby(page);
    const desk = new DeskPage(page);
    await desk.visit(server.origin);
    await desk.open("ran('title')");
    await expect(desk.messages).toHaveCount(4);
    await expect(desk.details).toContainText('<img/src=x');
    await expect(desk.details).toContainText('<b>x');
    await expect(desk.thread).toContainText('<img src=x onerror="ran(\'html\')">');
    await expect(desk.message('Internal note')).toContainText('<script>');
    await desk.assignee.click();
    await expect(desk.menu).toContainText("ran('agent')");
    await trap.expectQuiet(desk.host);
    await page.keyboard.press('Escape');
    await desk.page.evaluate((id) => document.querySelector('inbox-desk')!.showConversation(id), choices.id);
    await expect(desk.thread).toContainText(markup(Buffer.byteLength(choice)));
    await trap.expectQuiet(desk.host);
  });

  await test.step('in the messenger', async () => {
    const { page } = await devices.fresh();
    const trap = await booby(page);
    const messenger = new MessengerPage(page);
    await messenger.visitAsGuest(server.origin);
    await messenger.signIn(victim);
    await messenger.open();
    await expect(messenger.panel).toContainText('Hi <img');
    await trap.expectQuiet(messenger.host);
    await messenger.conversations.first().click();
    await expect(messenger.messages).toHaveCount(3);
    await expect(messenger.thread).toContainText('<img src=x onerror="ran(\'html\')">');
    await trap.expectQuiet(messenger.host);
    await messenger.say(attack('own message'));
    await messenger.expectSent("ran('own message')");
    await trap.expectQuiet(messenger.host);
  });
});

async function conversationWithChoices(agent: Api): Promise<{ id: string; texts: string[] }> {
  for (const { id } of await agent.list('?limit=100')) {
    const { conversationParts } = await agent.conversation(id);
    const options = conversationParts.find(({ partType }) => partType === 'quick_reply_opts')?.replyOptions;
    if (options) return { id, texts: options.map(({ text }) => text) };
  }
  throw new Error('The demo has no conversation with quick replies.');
}

test('a conversation of somebody else looks as if it did not exist', async ({ server, shop, devices, signed }) => {
  const ana = new Api(server.origin, signed({ sub: 'ana' }));
  const ben = new Api(server.origin, signed({ sub: 'ben' }));
  const { id } = await ana.begin('For your eyes only');

  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PATCH', '', { markAsRead: { contactIds: [(await ben.session()).me.id] } }],
    ['POST', '/reply', { type: 'contact', id: (await ben.session()).me.id, messageType: 'reply', bodyMarkdown: 'x' }],
  ] as const) {
    const foreign = await ben.call(method, `${CONVERSATIONS}/${id}${path}`, body);
    const missing = await ben.call(method, `${CONVERSATIONS}/nosuchone${path}`, body);
    expect(foreign).toEqual({ status: 404, text: missing.text.replaceAll('nosuchone', id) });
  }
  expect(await ben.list()).toEqual([]);

  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const { page, watch } = await devices.fresh();
  await page.goto(shop.origin);
  const messenger = new MessengerPage(page);
  await messenger.signIn(signed({ sub: 'ben', name: 'Ben' }));
  await messenger.open();
  await expect(messenger.panel).toContainText('Hi Ben');
  await page.evaluate((id) => document.querySelector('inbox-messenger')!.showConversation(id), id);
  await expect(messenger.panel.getByRole('alert')).toContainText('This conversation no longer exists');
  await messenger.back.click();
  await expect(messenger.newConversation).toBeVisible();
  expect(await watch.told()).not.toContain('For your eyes only');
  expect(await ana.said(id)).toEqual(['For your eyes only']);
});

test.describe('a token that is not good', () => {
  const hour = 3600;
  const now = Math.floor(Date.now() / 1000);
  const tokens: Record<string, (secret: string) => string> = {
    expired: (secret) => sign({ sub: 'ana', exp: now - hour }, secret),
    'signed by somebody else': () => sign({ sub: 'ana' }, 'not the secret'),
    'signed by nobody': (secret) => {
      const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const [, claims = ''] = sign({ sub: 'ana' }, secret).split('.');
      return `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`;
    },
    'made up': () => 'ict_0123456789abcdef0123456789abcdef',
  };
  for (const [kind, make] of Object.entries(tokens)) {
    test(`${kind}, leads to a word and a way on`, async ({ server, shop, devices, signed }) => {
      const token = make(server.identitySecret());
      expect((await new Api(server.origin, token).call('GET', '/session')).status).toBe(401);
      shop.shows(`<inbox-messenger endpoint="${server.origin}" token="${token}"></inbox-messenger>`);
      const messenger = new MessengerPage((await devices.fresh()).page);
      await messenger.page.goto(shop.origin);
      await messenger.open();
      await expect(messenger.panel.getByRole('alert')).toContainText('You are signed out');
      await expect(messenger.panel.getByRole('button', { name: 'Try again' })).toBeVisible();
      await messenger.signIn(signed({ sub: 'ana', name: 'Ana' }));
      await expect(messenger.panel).toContainText('Hi Ana');
      await messenger.begin('Here I am again');
      await messenger.expectSent('Here I am again');
    });
  }
});

test('a token that ends while one writes loses nothing', async ({ server, shop, devices, agent }) => {
  const token = server.customerToken('ana');
  shop.shows(`<inbox-messenger endpoint="${server.origin}"></inbox-messenger>`);
  const messenger = new MessengerPage((await devices.fresh()).page);
  await messenger.page.goto(shop.origin);
  await messenger.signIn(token);
  await messenger.begin('Still me');
  await messenger.expectSent('Still me');
  server.revoke(token);
  await messenger.say('Is this kept?');
  await expect(messenger.panel.getByRole('alert')).toContainText('You are signed out');
  await messenger.signIn(server.customerToken('ana'));
  await messenger.expectSent('Is this kept?');
  const [conversation] = await agent.list('?limit=1');
  expect(await agent.said(conversation!.id)).toEqual(['Still me', 'Is this kept?']);
});

test('the desk opens to agents alone', async ({ devices, template, signed }) => {
  const server = await Server.start({ template, demo: false });
  try {
    const { page, watch } = await devices.fresh();
    watch.allow(() => server.origin);
    await page.goto(`${server.origin}/desk`);
    const desk = new DeskPage(page);
    const field = page.getByLabel('Agent token');
    const signIn = page.getByRole('button', { name: 'Sign in' });
    for (const token of ['iat_wrong', server.customerToken('ana'), signed({ sub: 'ana' })]) {
      await field.fill(token);
      await signIn.click();
      await expect(page.getByRole('alert')).toContainText('This is no valid token of an agent');
      await expect(desk.host).toHaveCount(0);
    }
    await field.fill(server.agentToken('Maya Lindqvist'));
    await signIn.click();
    await expect(desk.rows.first()).toBeVisible();
    await page.reload();
    await expect(desk.rows.first()).toBeVisible();
  } finally {
    await server.dispose();
  }
});
