/** Playwright's `test`, with a server of its own for each test, and pages on both sides of it. */

import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

import { Api, sign, type Claims } from './api.js';
import { DeskPage } from './desk-page.js';
import { expect } from './expect.js';
import { MessengerPage } from './messenger-page.js';
import { noteConnections } from './network.js';
import { demoDatabase, Server } from './server.js';
import { Shop } from './shop.js';
import { Watch } from './watch.js';

export { expect };

/** A browser of its own: its page, and what its pages do. */
export interface Device {
  page: Page;
  watch: Watch;
}

/** Makes browsers' contexts; each is a device of its own, and watched. */
export class Devices {
  readonly #browser: Browser;
  readonly #origins: (() => string)[];
  readonly #watches: Watch[] = [];

  /** `origins` are those that are ours. */
  constructor(browser: Browser, origins: (() => string)[]) {
    this.#browser = browser;
    this.#origins = origins;
  }

  /** A device that was never here before. */
  async fresh(options: BrowserContextOptions = {}): Promise<Device> {
    const context = await this.#browser.newContext(options);
    const watch = await Watch.over(context, this.#origins);
    this.#watches.push(watch);
    await noteConnections(context);
    const page = await context.newPage();
    await watch.follow(page);
    return { page, watch };
  }

  /** What all pages did that none may do. */
  get findings(): Record<string, string[]>[] {
    return this.#watches.map((watch) => watch.findings);
  }
}

/** What a well-behaved page leaves behind. */
export const NOTHING = { violations: [], foreign: [], dialogs: [], errors: [] };

interface Fixtures {
  /** Another site that embeds the widgets; this test's server lets its pages call. */
  shop: Shop;
  /** The server of this test, with the demo's conversations. */
  server: Server;
  /** Devices that talk to it. Whatever they do is checked when the test has ended. */
  devices: Devices;
  /** A guest's device. */
  visitor: Device;
  /** The shop's page on it. */
  messenger: MessengerPage;
  /** The demo agent's device with the desk. */
  desk: DeskPage;
  /** The server as an agent sees it. */
  agent: Api;
  /** A token as the site signs it. */
  signed: (claims: Claims) => string;
}

export const test = base.extend<Fixtures, { template: string }>({
  template: [
    // The first argument has to be a pattern: Playwright reads from it what is needed.
    async ({}, use) => {
      const filled = await demoDatabase();
      await use(filled.database);
      await filled.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  shop: async ({}, use) => {
    const shop = await Shop.open();
    await use(shop);
    await shop.close();
  },

  server: async ({ template, shop }, use, info) => {
    const server = await Server.start({ template, allowOrigin: shop.origin });
    await use(server);
    await server.dispose();
    if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log });
  },

  devices: async ({ browser, server, shop }, use) => {
    const devices = new Devices(browser, [() => server.origin, () => shop.origin]);
    await use(devices);
    for (const findings of devices.findings) expect.soft(findings).toEqual(NOTHING);
    for (const context of browser.contexts()) await context.close();
  },

  visitor: async ({ devices }, use) => {
    await use(await devices.fresh());
  },

  messenger: async ({ visitor, server }, use) => {
    const messenger = new MessengerPage(visitor.page);
    await messenger.visitAsGuest(server.origin);
    await use(messenger);
  },

  desk: async ({ devices, server }, use) => {
    const desk = new DeskPage((await devices.fresh()).page);
    await desk.visit(server.origin);
    await use(desk);
  },

  agent: async ({ server }, use) => {
    await use(new Api(server.origin, server.agentToken('Vera Examiner')));
  },

  signed: async ({ server }, use) => {
    const secret = server.identitySecret();
    await use((claims) => sign(claims, secret));
  },
});
