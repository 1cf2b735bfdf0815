/**
 * Desks that look the same on every day and machine: the server's clock and the browser's stand at
 * one instant, the fonts come along, and nothing moves.
 */

import { readFileSync, writeFileSync } from 'node:fs';

import type { BrowserContextOptions, Locator, Page } from '@playwright/test';

import { DeskPage } from './desk-page.js';
import { bringFonts, FONTS } from './fonts.js';
import { demoDatabase, Server } from './server.js';
import { expect, test as base } from './test.js';

export { expect };

/** A Wednesday, half past eleven where the shop is. */
const AT = '2026-03-04T10:30:00Z';

/** What a desk is looked at with. */
export interface Eyes {
  scheme: 'light' | 'dark';
  size: 'wide' | 'phone';
  lang: 'en' | 'ar';
}

const SIZES: Record<Eyes['size'], BrowserContextOptions> = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

/** Opens desks that stand still. `origin` is that of a server that is not the test's own. */
export type Look = (eyes: Eyes, origin?: () => string) => Promise<DeskPage>;

/** Tests with a server whose clock stands, and desks at which nothing moves. */
export const test = base.extend<{ look: Look }, { template: string }>({
  template: [
    async ({}, use) => {
      const filled = await demoDatabase(AT);
      await use(filled.database);
      await filled.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  // Letters are drawn as they are, whatever the machine is set to.
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { args = [] } = launchOptions;
      await use({ ...launchOptions, args: [...args, '--font-render-hinting=none', '--disable-lcd-text'] });
    },
    { scope: 'worker' },
  ],

  server: async ({ template, shop }, use, info) => {
    const server = await Server.start({ template, allowOrigin: shop.origin, at: AT });
    await use(server);
    await server.dispose();
    if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log });
  },

  look: async ({ devices }, use) => {
    await use(async ({ scheme, size, lang }, origin) => {
      const locale = lang === 'en' ? 'en-GB' : 'ar-EG';
      const still = { colorScheme: scheme, reducedMotion: 'reduce', locale } as const;
      const { page, watch } = await devices.fresh({ ...SIZES[size], ...still });
      if (origin) watch.allow(origin);
      await page.clock.setFixedTime(AT);
      await page.addInitScript(bringFonts, FONTS);
      await page.addInitScript((lang) => {
        addEventListener('DOMContentLoaded', () => (document.documentElement.lang = lang));
      }, lang);
      return new DeskPage(page);
    });
  },
});

/** The browser that took the pictures. */
const TAKEN = new URL('../looks/browser.json', import.meta.url);

/** Whether the browser says that it is another than that which took the pictures, once a process. */
let told = false;

/**
 * How far what is to be seen may be from its picture. Runs of one browser differ in some ten pixels, by six
 * steps of 255 at most, also on a busy machine: the threshold is just above that, so that any token
 * that is altered shows. Four in a thousand pixels may be of another kind. A browser of another version draws every edge otherwise, and is
 * held to the shape of things alone.
 */
export async function tolerance(page: Page): Promise<Tolerance> {
  const info = test.info();
  const browser = { major: page.context().browser()!.version().split('.')[0], platform: process.platform };
  if (info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed')
    writeFileSync(TAKEN, `${JSON.stringify(browser, undefined, 2)}\n`);
  const taken = JSON.parse(readFileSync(TAKEN, 'utf8')) as typeof browser;
  const same = taken.major === browser.major && taken.platform === browser.platform;
  if (same) return { ...STILL, threshold: 0.03, maxDiffPixelRatio: 0.004 };
  const differs = `The pictures are by Chromium ${taken.major} on ${taken.platform}, and this is ${browser.major} on ${browser.platform}: they are compared loosely.`;
  info.annotations.push({ type: 'loosely', description: differs });
  if (!told) console.warn(differs);
  told = true;
  return { ...STILL, threshold: 0.3, maxDiffPixelRatio: 0.08 };
}

const STILL = { animations: 'disabled', caret: 'hide', scale: 'css' } as const;

/** What is given to the comparison. */
type Tolerance = typeof STILL & { threshold: number; maxDiffPixelRatio: number };

/** Waits until all that is in sight is drawn with its own letters and pictures. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const missing = page.locator('inbox-desk').locator('img');
  await expect
    .poll(() =>
      missing.evaluateAll((all) => {
        const inSight = (one: Element): boolean => {
          const { top, bottom, left, right } = one.getBoundingClientRect();
          return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom > top;
        };
        return all.filter((one) => inSight(one) && !(one as HTMLImageElement).complete).length;
      }),
    )
    .toBe(0);
}

/** Scrolls to an end, and waits until it is one: what is drawn on the way may still grow. */
export async function scrolled(scroller: Locator, end: 'top' | 'bottom'): Promise<void> {
  let before = Number.NaN;
  await expect
    .poll(async () => {
      const [now, height] = await scroller.evaluate((scroller, end) => {
        scroller.scrollTop = end === 'top' ? 0 : scroller.scrollHeight;
        return [scroller.scrollTop, scroller.scrollHeight] as const;
      }, end);
      const moved = Math.abs(now + height - before);
      before = now + height;
      return moved;
    })
    .toBe(0);
}
