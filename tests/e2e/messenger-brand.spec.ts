/** A page's colours on the messenger: whatever the brand, what stands on it can be read. */

import type { Locator } from '@playwright/test';

import { expectAccessible } from './support/a11y.js';
import { expect, test } from './support/test.js';

/** How much text stands out from what is behind it (WCAG 2.2), as the browser paints both. */
function contrast(of: Locator): Promise<number> {
  return of.evaluate((element) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const luminance = (colour: string): number => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((one) => {
        const part = one / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const [light = 0, dark = 0] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  });
}

const BRANDS = ['#ffd400', '#ffffff', '#00e5ff', '#e0402a', '#767676', '#0a0a0a', '#3350dd', '#ff00aa', '#00a651'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every brand can be read, ${colorScheme}`, async ({ messenger, desk }) => {
    const { page } = messenger;
    await page.emulateMedia({ colorScheme });
    await messenger.begin('Which colour is it?');
    await messenger.expectSent('Which colour is it?');
    await desk.open('Which colour is it?');
    await desk.answer('See [the chart](https://example.com/chart).');
    await expect(messenger.message('See the chart')).toBeVisible();
    await messenger.composer.fill('Thanks');
    for (const brand of BRANDS) {
      await messenger.host.evaluate((host, brand) => host.style.setProperty('--inbox-accent', brand), brand);
      await expect.poll(() => contrast(messenger.launcher), brand).toBeGreaterThanOrEqual(4.5);
      await expect.poll(() => contrast(messenger.send), brand).toBeGreaterThanOrEqual(4.5);
      const own = messenger.message('Which colour is it?').locator('.bubble');
      await expect.poll(() => contrast(own), brand).toBeGreaterThanOrEqual(4.5);
      await expectAccessible(page, brand, 'inbox-messenger');
    }
  });
}
