/** What a page says to a widget while it lives, what it hears from it, and what is left when it has gone. */

import type { Page } from '@playwright/test';

import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { findNetwork, loseNetwork } from './support/network.js';
import { expect, test } from './support/test.js';

/** An event as the page heard it. */
interface Heard {
  name: string;
  detail: Record<string, unknown>;
  from: string;
}

const EVENTS = [
  ...['ready', 'show', 'hide', 'unread', 'conversation', 'connection', 'error'],
  ...['message-sent', 'message-received', 'message-failed'],
].map((name) => `inbox:${name}`);

/** Listens on the document to all that widgets tell. */
async function listen(page: Page): Promise<(name?: string) => Promise<Heard[]>> {
  await page.addInitScript((events) => {
    const heard: Heard[] = ((window as unknown as { heard: Heard[] }).heard = []);
    for (const name of events) {
      document.addEventListener(name, (event) => {
        const { detail, target } = event as CustomEvent<Record<string, unknown>>;
        heard.push({ name, detail, from: (target as Element).id });
      });
    }
  }, EVENTS);
  return async (name) => {
    const heard = await page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
    return name ? heard.filter((event) => event.name === `inbox:${name}`) : heard;
  };
}

test('the page hears what happens', async ({ devices, shop, server, signed, agent }) => {
  shop.shows(`<inbox-messenger id="chat" endpoint="${server.origin}"></inbox-messenger>`);
  const { page } = await devices.fresh();
  const heard = await listen(page);
  await page.goto(shop.origin);
  const messenger = new MessengerPage(page);
  await messenger.signIn(signed({ sub: 'ana', name: 'Ana' }));
  await expect.poll(() => heard('ready')).toEqual([{ name: 'inbox:ready', detail: {}, from: 'chat' }]);
  await messenger.open();
  expect(await heard('show')).toHaveLength(1);
  await expect.poll(async () => (await heard('connection')).at(-1)?.detail).toEqual({ state: 'live' });

  await messenger.begin('Is anybody listening?');
  await messenger.expectSent('Is anybody listening?');
  const [conversation] = await agent.list('?limit=1');
  const id = conversation!.id;
  await messenger.say('Hello?');
  await messenger.expectSent('Hello?');
  await expect.poll(async () => (await heard('message-sent')).at(-1)?.detail).toEqual({ conversationId: id });
  expect(await heard('message-sent')).toHaveLength(2);
  await expect.poll(async () => (await heard('conversation')).at(-1)?.detail).toEqual({ id });

  await agent.reply(id, 'The page is.');
  await expect(messenger.message('The page is.')).toBeVisible();
  await messenger.close();
  expect(await heard('hide')).toHaveLength(1);
  await agent.reply(id, 'And it counts.');
  await expect.poll(async () => (await heard('unread')).at(-1)?.detail).toEqual({ count: 1 });
  await expect.poll(async () => (await heard('message-received')).at(-1)?.detail).toEqual({ conversationId: id });
  await messenger.open();
  await expect.poll(async () => (await heard('unread')).at(-1)?.detail).toEqual({ count: 0 });

  await loseNetwork(messenger.host);
  await expect.poll(async () => (await heard('connection')).at(-1)?.detail).toEqual({ state: 'offline' });
  await findNetwork(messenger.host);
  await expect.poll(async () => (await heard('connection')).at(-1)?.detail).toEqual({ state: 'live' });
  await messenger.signIn('ict_nobody');
  await expect.poll(async () => (await heard('error')).map(({ detail }) => detail['code'])).toEqual(['signed_out']);
});

test('the page opens, fills and closes the messenger', async ({ devices, shop, server }) => {
  shop.shows(`<inbox-messenger endpoint="${server.origin}" defer="manual"></inbox-messenger>`);
  const { page } = await devices.fresh();
  await page.goto(shop.origin);
  const messenger = new MessengerPage(page);
  await page.evaluate(() => document.querySelector('inbox-messenger')!.showNewMessage('About order 7: '));
  await expect(messenger.composer).toHaveValue('About order 7: ');
  await messenger.composer.press('End');
  await messenger.composer.pressSequentially('where is it?');
  await messenger.send.click();
  await messenger.expectSent('About order 7: where is it?');
  await page.evaluate(() => document.querySelector('inbox-messenger')!.hide());
  await expect(messenger.panel).toBeHidden();
  await page.evaluate(() => document.querySelector('inbox-messenger')!.toggle());
  await expect(messenger.message('About order 7: where is it?')).toBeVisible();
});

test('language, colours and direction follow the page at once, and nothing is lost', async ({ messenger }) => {
  const { page, host } = messenger;
  const set = (name: string, value: string): Promise<void> =>
    host.evaluate((host, [name, value]) => host.setAttribute(name!, value!), [name, value]);
  await messenger.begin('Stay with me');
  await messenger.expectSent('Stay with me');
  await messenger.composer.fill('half a sentence');

  await set('lang', 'de');
  await expect(messenger.launcher).toHaveAccessibleName('Chat schließen');
  const field = messenger.panel.getByRole('textbox', { name: 'Nachricht schreiben…' });
  await expect(field).toHaveValue('half a sentence');
  await expect(messenger.panel.getByText('Stay with me')).toBeVisible();

  await set('lang', 'ar');
  await expect(messenger.launcher).toHaveAccessibleName('إغلاق المحادثة');
  await expect(messenger.panel.getByRole('textbox')).toHaveValue('half a sentence');
  await expect(messenger.panel.getByText('Stay with me')).toBeVisible();
  expect(await messenger.panel.locator('form').evaluate((form) => getComputedStyle(form).direction)).toBe('rtl');

  const ground = (): Promise<string> => messenger.panel.evaluate((panel) => getComputedStyle(panel).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await set('theme', 'dark');
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await set('theme', 'light');
  await expect.poll(ground).toBe(light);
  await set('theme', 'auto');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe(dark);
});

test('two messengers on one page serve two customers', async ({ devices, shop, server, signed, agent }) => {
  const embed = (id: string, side: string, lang: string): string =>
    `<inbox-messenger id="${id}" side="${side}" lang="${lang}" endpoint="${server.origin}"></inbox-messenger>`;
  shop.shows(embed('one', 'left', 'de') + embed('two', 'right', 'en'));
  const { page } = await devices.fresh();
  await page.goto(shop.origin);
  const [one, two] = ['#one', '#two'].map((id) => new MessengerPage(page, page.locator(id))) as [
    MessengerPage,
    MessengerPage,
  ];
  await one.signIn(signed({ sub: 'ana', name: 'Ana' }));
  await two.signIn(signed({ sub: 'ben', name: 'Ben' }));
  await one.open();
  await expect(one.panel).toContainText('Hallo Ana');
  await two.begin('I am Ben');
  await two.expectSent('I am Ben');
  await expect(one.panel).not.toContainText('I am Ben');
  await one.panel.getByRole('button', { name: 'Nachricht schreiben' }).click();
  await one.panel.getByRole('textbox').fill('Ich bin Ana');
  await one.panel.getByRole('textbox').press('Enter');
  await expect(one.panel.locator('[data-kind][data-state=sent]')).toContainText('Ich bin Ana');
  const newest = await agent.list('?limit=2');
  expect(newest.map(({ source }) => source?.bodyMarkdown)).toEqual(['Ich bin Ana', 'I am Ben']);
});

test('a desk that is taken down in the middle of its work leaves nothing behind', async ({ devices, shop, server }) => {
  test.slow();
  shop.shows('<style>html, body { height: 100%; margin: 0 }</style>');
  const { page } = await devices.fresh();
  await page.addInitScript(() => {
    // The modules' memories can be seen from outside only here.
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...args) => {
      const made = await instantiateStreaming(...args);
      const exported = Object.values(made.instance.exports);
      (window as unknown as { memory: unknown }).memory = exported.find((one) => one instanceof WebAssembly.Memory);
      return made;
    };
  });
  await page.goto(shop.origin);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable');
  const token = server.agentToken('Maya Lindqvist');

  const cycle = (times: number): Promise<void> =>
    page.evaluate(
      async ([endpoint, token, times]) => {
        for (let time = 0; time < times; time += 1) {
          const desk = document.createElement('inbox-desk');
          desk.endpoint = endpoint;
          desk.token = token;
          document.body.append(desk);
          await new Promise<void>((done) => {
            const look = (): unknown => {
              const row = desk.shadowRoot?.querySelector<HTMLElement>('[role=option]');
              row?.click(); // its thread is on the way when it all ends
              return row ? done() : setTimeout(look, 5);
            };
            look();
          });
          await desk.destroy();
        }
      },
      [server.origin, token, times] as const,
    );
  const measured = async (): Promise<Record<'listeners' | 'nodes' | 'heap' | 'memory', number>> => {
    await protocol.send('HeapProfiler.collectGarbage');
    const { metrics } = await protocol.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const memory = await page.evaluate(() => {
      return (window as unknown as { memory: WebAssembly.Memory }).memory.buffer.byteLength;
    });
    return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize'), memory };
  };

  await cycle(10);
  const before = await measured();
  await cycle(50);
  // The last answers may still be on their way to a desk that has gone.
  await expect(async () => {
    const after = await measured();
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 10);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.05 + 200);
    expect(after.heap).toBeLessThan(before.heap * 1.1 + 1_000_000);
    // A module's memory grows in steps of about half a megabyte, and never shrinks.
    expect(after.memory).toBeLessThanOrEqual(before.memory + 2 ** 20);
  }).toPass();
  const desk = new DeskPage(page);
  await expect(desk.host).toHaveCount(0);
});
