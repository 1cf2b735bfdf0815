/** What each place shows while it is empty, loading, broken, offline, narrow, or very full. */

import type { Locator } from '@playwright/test';

import { Api } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { findNetwork, loseNetwork } from './support/network.js';
import { Server } from './support/server.js';
import { expect, test } from './support/test.js';

/** A page that is not the server's, so that it is there when the server is not. */
const embedded = (server: Server, tag: 'messenger' | 'desk', token = ''): string =>
  `<style>html, body { height: 100%; margin: 0 }</style>
   <inbox-${tag} endpoint="${server.origin}" token="${token}"></inbox-${tag}>`;

const loading = (within: Locator): Locator => within.getByRole('status', { name: 'Loading…' });
const failure = (within: Locator): Locator => within.getByRole('alert').filter({ hasText: 'could not be loaded' });
const tryAgain = (within: Locator): Locator => within.getByRole('button', { name: 'Try again' });

test.describe('empty', () => {
  test('a new visitor is greeted, and finds the way to write', async ({ messenger }) => {
    await messenger.open();
    await expect(messenger.panel.getByRole('heading', { level: 2 })).toContainText('How can we help?');
    await expect(messenger.newConversation).toBeVisible();
    await expect(messenger.conversations).toHaveCount(0);
    await expect(messenger.badge).toBeHidden();
  });

  test('an inbox without conversations says so', async ({ devices, shop }) => {
    const server = await Server.start({ demo: false, allowOrigin: shop.origin });
    try {
      const { page, watch } = await devices.fresh();
      watch.allow(() => server.origin);
      shop.shows(embedded(server, 'desk', server.agentToken('Maya')));
      await page.goto(shop.origin);
      const desk = new DeskPage(page);
      await expect(desk.host).toContainText('Nothing here');
      await expect(desk.reading).toContainText('No conversation selected');
      await desk.unreadOnly.click();
      await expect(desk.host).toContainText('All done');
      await new Api(server.origin, server.customerToken('ana')).begin('The very first');
      await expect(desk.row('The very first')).toHaveCount(1);
      await expect(desk.host).not.toContainText('All done');
    } finally {
      await server.dispose();
    }
  });
});

test.describe('the server is slow', () => {
  test('the messenger shows what is to come', async ({ visitor, shop, server, signed }) => {
    const token = signed({ sub: 'ana', name: 'Ana' });
    const { id } = await new Api(server.origin, token).begin('An old one');
    shop.shows(embedded(server, 'messenger'));
    const messenger = new MessengerPage(visitor.page);
    await messenger.page.goto(shop.origin);
    await messenger.signIn(token);
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    // Held from the beginning: what is new is read ahead.
    await messenger.page.route(`**/conversations/${id}*`, async (route) => {
      await held;
      await route.continue();
    });
    await messenger.open();
    await expect(messenger.panel).toContainText('Hi Ana');
    await messenger.page.evaluate((id) => document.querySelector('inbox-messenger')!.showConversation(id), id);
    await expect(loading(messenger.panel)).toBeVisible();
    go();
    await expect(messenger.message('An old one')).toBeVisible();
    await expect(loading(messenger.panel)).toHaveCount(0);
  });

  test('the desk shows what is to come', async ({ visitor, shop, server }) => {
    shop.shows(embedded(server, 'desk', server.agentToken('Maya Lindqvist')));
    const desk = new DeskPage(visitor.page);
    server.pause();
    await desk.page.goto(shop.origin);
    await expect(loading(desk.host)).toBeVisible();
    server.resume();
    await expect(desk.rows.first()).toBeVisible();
    await expect(loading(desk.host)).toHaveCount(0);
    server.pause();
    await desk.rows.first().click();
    await expect(loading(desk.reading)).toBeVisible();
    server.resume();
    await expect(desk.messages.first()).toBeVisible();
    await expect(loading(desk.reading)).toHaveCount(0);
  });
});

test.describe('the server is away', () => {
  test('the messenger says so, and comes when asked again', async ({ visitor, shop, server }) => {
    shop.shows(embedded(server, 'messenger'));
    await server.kill();
    const messenger = new MessengerPage(visitor.page);
    await messenger.page.goto(shop.origin);
    await messenger.open();
    await expect(failure(messenger.panel)).toBeVisible();
    await tryAgain(messenger.panel).click();
    await expect(failure(messenger.panel)).toBeVisible();
    await server.start();
    await tryAgain(messenger.panel).click();
    await expect(messenger.newConversation).toBeVisible();
    await expect(failure(messenger.panel)).toHaveCount(0);
  });

  test('the desk says so of itself, of a list, and of a thread', async ({ visitor, shop, server }) => {
    shop.shows(embedded(server, 'desk', server.agentToken('Maya Lindqvist')));
    const desk = new DeskPage(visitor.page);
    await server.kill();
    await desk.page.goto(shop.origin);
    await expect(failure(desk.host)).toBeVisible();
    await server.start();
    await tryAgain(desk.host).click();
    await expect(desk.rows.first()).toBeVisible();

    await server.kill();
    await desk.rows.first().click();
    await expect(failure(desk.reading)).toBeVisible();
    await desk.show('Closed');
    const list = desk.host.getByRole('region', { name: 'Conversations' });
    await expect(failure(list)).toBeVisible();
    await expect(list).toContainText('Reconnecting…');
    await server.start();
    await recovers(desk.reading, desk.messages.first());
    await recovers(list, desk.rows.first());
    await expect(list).not.toContainText('Reconnecting…');
  });
});

/** A place whose loading failed has what was asked for, by its button or because the server was heard of first. */
async function recovers(place: Locator, sign: Locator): Promise<void> {
  await expect(async () => {
    if (await tryAgain(place).isVisible()) await tryAgain(place).click({ timeout: 1_000 });
    await expect(sign).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

test('both sides tell that there is no network, and when it is back', async ({ messenger, desk }) => {
  await messenger.open();
  await expect(messenger.newConversation).toBeVisible();
  for (const side of [messenger, desk]) {
    const banner = side.host
      .getByRole('status')
      .filter({ hasText: 'You are offline. What you write is kept and sent later.' });
    await loseNetwork(side.host);
    await expect(banner).toBeVisible();
    await findNetwork(side.host);
    await expect(banner).toHaveCount(0);
  }
});

test('a network that went without a word is missed when it is needed', async ({ messenger }) => {
  const { page } = messenger;
  // Who is visiting is known by then; a messenger that could not even ask shows why instead of home.
  const live = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/live'));
  await messenger.open();
  await live;
  await expect(messenger.newConversation).toBeVisible();
  // The stream stays open, as it does when its last answer was on its way already.
  await page.route('**/*', (route) => route.abort('internetdisconnected'));
  await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }));
  await messenger.begin('Is anybody there?');
  const banner = messenger.host.getByRole('status').filter({ hasText: 'You are offline.' });
  await expect(banner).toBeVisible();
  await page.unroute('**/*');
  await page.evaluate(() => {
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
  });
  await messenger.expectSent('Is anybody there?');
  await expect(banner).toHaveCount(0);
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the desk shows the list or a thread, and leads back', async ({ desk }) => {
    await expect(desk.reading).toBeHidden();
    await desk.rows.first().click();
    await expect(desk.thread).toBeInViewport();
    await expect(desk.list).toBeHidden();
    await desk.reading.getByRole('button', { name: 'Details' }).click();
    await expect(desk.details).toBeInViewport();
    await desk.details.getByRole('button', { name: 'Close' }).click();
    await expect(desk.details).toBeHidden();
    await desk.back.click();
    await expect(desk.list).toBeInViewport();
    await expect(desk.reading).toBeHidden();
  });

  test('the messenger fills the window, and can be left', async ({ messenger }) => {
    await messenger.launcher.click();
    await expect(messenger.newConversation).toBeVisible();
    // It comes up from below.
    const box = { x: 0, y: 0, width: 390, height: 844 };
    await expect.poll(() => messenger.panel.boundingBox()).toMatchObject(box);
    await messenger.panel.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(messenger.panel).toBeHidden();
    await expect(messenger.launcher).toBeVisible();
  });

  test('nothing scrolls sideways at 320 pixels', async ({ messenger, desk, agent }) => {
    for (const { page } of [messenger, desk]) await page.setViewportSize({ width: 320, height: 640 });
    const long = `https://example.com/${'a-very-long-address/'.repeat(20)}`;
    await messenger.launcher.click();
    await expectNoSidewaysScroll(messenger.host);
    await messenger.newConversation.click();
    await expectNoSidewaysScroll(messenger.host);
    await messenger.say(`${long} ${'W'.repeat(200)}`);
    await messenger.expectSent('a-very-long-address');
    await expectNoSidewaysScroll(messenger.host);

    await expectNoSidewaysScroll(desk.host);
    const [conversation] = await agent.list('?limit=1');
    await agent.update(conversation!.id, { title: 'T'.repeat(255) });
    await desk.row('a-very-long-address').click();
    await expect(desk.messages.first()).toBeVisible();
    await expect(desk.reading).toContainText('TTTT');
    await expectNoSidewaysScroll(desk.host);
    await desk.snooze.click();
    await expect(desk.menu).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(desk.host);
  });
});

/** Neither the page nor any part of a widget is wider than what it is shown in; code, tables and a row of tools aside. */
async function expectNoSidewaysScroll(host: Locator): Promise<void> {
  const wide = await host.evaluate((host) => {
    const found: string[] = [];
    const visit = (element: Element): void => {
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      if (
        scrolls &&
        element.scrollWidth > element.clientWidth &&
        !element.matches('pre, .prose-table, [role=toolbar]')
      ) {
        found.push(`${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
      }
      for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) visit(child);
    };
    visit(host);
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) found.push(`the page: ${page.scrollWidth} in ${innerWidth}`);
    return found;
  });
  expect(wide).toEqual([]);
}

test.describe('very full', () => {
  /** How many rows the list has, in the document or not. */
  const size = async (desk: DeskPage): Promise<number> => Number(await desk.rows.first().getAttribute('aria-setsize'));

  test('of hundreds of conversations only those in sight are in the document', async ({ desk }) => {
    await desk.show('All');
    await expect.poll(() => size(desk)).toBeGreaterThanOrEqual(50);
    await desk.list.focus();
    // Each jump to the end brings another page.
    await expect
      .poll(async () => {
        await desk.page.keyboard.press('End');
        return size(desk);
      })
      .toBeGreaterThanOrEqual(500);
    expect(await desk.rows.count()).toBeLessThanOrEqual(60);
    const active = await desk.list.getAttribute('aria-activedescendant');
    await expect(desk.page.locator(`[id="${active}"]`)).toBeInViewport();

    await desk.list.hover();
    await desk.page.mouse.wheel(0, -1_000_000);
    await expect(desk.list.getByRole('option').and(desk.page.locator('[aria-posinset="1"]'))).toBeInViewport();
    expect(await desk.rows.count()).toBeLessThanOrEqual(60);
    const ids = await desk.rows.evaluateAll((rows) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a long thread opens at its end, and goes back to its beginning', async ({ desk, server, signed, agent }) => {
    const customer = new Api(server.origin, signed({ sub: 'chatty', name: 'Chatty' }));
    const { id } = await customer.begin('line 0');
    for (let at = 1; at < 150; at += 1) await customer.reply(id, `line ${at}`);
    await desk.open('line 149');
    const line = (at: number): Locator => desk.thread.getByText(`line ${at}`, { exact: true });
    await expect(line(149)).toBeInViewport();
    expect(await desk.messages.count()).toBeLessThan(100);

    const jump = desk.reading.getByRole('button', { name: 'Jump to latest' });
    await desk.thread.hover();
    await expect
      .poll(async () => {
        await desk.page.mouse.wheel(0, -3_000);
        return desk.thread.evaluate((thread) => thread.scrollTop);
      })
      .toBe(0);
    await expect(line(0)).toBeInViewport();
    await expect(jump).toBeVisible();
    // What was read on the way has been let go.
    expect(await desk.messages.count()).toBeLessThan(100);

    // Who reads further up is left there by what arrives.
    await agent.reply(id, 'something new');
    await expect(desk.row('something new')).toBeVisible();
    await expect(line(0)).toBeInViewport();
    await jump.click();
    await expect(desk.message('something new')).toBeInViewport();
  });
});

test.describe('filters of the desk', () => {
  test('unread: what is being read stays until something else is', async ({ desk, server }) => {
    const maya = new Api(server.origin, server.agentToken('Maya Lindqvist'));
    const unread = (await maya.list('?unread=true&state=open&limit=100')).length;
    expect(unread).toBeGreaterThan(3);
    await desk.unreadOnly.click();
    await expect(desk.unreadOnly).toHaveAttribute('aria-pressed', 'true');
    await expect(desk.rows.first()).toHaveAttribute('aria-setsize', `${unread}`);
    for (const row of await desk.rows.all()) await expect(row).toContainText(/unread messages?/);

    const [first, second] = [await idOf(desk.rows.nth(0)), await idOf(desk.rows.nth(1))];
    await desk.rows.nth(0).click();
    await expect(desk.rows.nth(0)).not.toContainText('unread message');
    expect(await idOf(desk.rows.nth(0))).toBe(first);
    await desk.rows.nth(1).click();
    // While somebody points at the list nothing moves in it.
    await expect(desk.rows.nth(0)).toHaveAttribute('title', 'No longer in this view');
    expect(await idOf(desk.rows.nth(0))).toBe(first);
    await desk.reply.click();
    await expect(desk.rows.first()).toHaveAttribute('aria-setsize', `${unread - 1}`);
    await expect.poll(() => idOf(desk.rows.nth(0))).toBe(second);
    await expect.poll(async () => (await maya.list('?unread=true&state=open&limit=100')).length).toBe(unread - 2);
  });

  test('state, and whose it is', async ({ desk, server }) => {
    const maya = new Api(server.origin, server.agentToken('Maya Lindqvist'));
    const { me } = await maya.session();
    for (const state of ['Snoozed', 'Closed', 'Open'] as const) {
      await desk.show(state);
      const { id } = (await maya.list(`?state=${state.toLowerCase()}&limit=1`))[0]!;
      await expect(desk.rows.first()).toHaveAttribute('data-conv-id', id);
      await desk.rows.first().click();
      await expect(state === 'Open' ? desk.close : desk.reopen).toBeVisible();
    }
    for (const [view, query] of [
      ['Assigned to me', `assignee=${me.id}`],
      ['Unassigned', 'assignee=none'],
    ] as const) {
      const button = desk.views.getByRole('button', { name: view });
      await button.click();
      await expect(button).toHaveAttribute('aria-current', 'true');
      const matching = await maya.list(`?state=open&${query}&limit=100`);
      await expect(desk.rows.first()).toHaveAttribute('aria-setsize', `${matching.length}`);
      await expect(desk.rows.first()).toHaveAttribute('data-conv-id', matching[0]!.id);
    }
  });
});

const idOf = (row: Locator): Promise<string | null> => row.getAttribute('data-conv-id');
