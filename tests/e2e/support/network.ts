/** A device's network, taken away and given back. */

import type { BrowserContext, Locator } from '@playwright/test';

import { expect } from './expect.js';

/** Keeps on each widget how it is connected, as it told the page. */
export async function noteConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('inbox:connection', ({ target, detail }) => {
      if (target instanceof HTMLElement) target.dataset['connection'] = detail.state;
    });
  });
}

/**
 * Takes the network away from the device of this widget, once its live stream is open: an answer that is on
 * its way when the browser tells of it would say that the server can be reached.
 */
export async function loseNetwork(host: Locator): Promise<void> {
  await expect(host).toHaveAttribute('data-connection', 'live');
  await host.page().context().setOffline(true);
}

/** Gives it back. */
export async function findNetwork(host: Locator): Promise<void> {
  await host.page().context().setOffline(false);
}
