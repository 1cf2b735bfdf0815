/** How much room there is, and whether what is shown keeps to it. */

import type { Locator, Page } from '@playwright/test';

import { expect } from './expect.js';

/** Fails with what is wider than the window, or reaches out of it where nothing clips it. */
export async function expectNothingSideways(page: Page, state: string): Promise<void> {
  const found = await page.evaluate(() => {
    const host = document.querySelector('inbox-desk')!;
    const out: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) out.push(`the page: ${scrollWidth} in ${clientWidth}`);
    for (const one of host.shadowRoot!.querySelectorAll<HTMLElement>('*')) {
      const { overflowX } = getComputedStyle(one);
      // What can be scrolled by hand must not have to be; one line of buttons is a strip that is drawn along.
      const scrolls = (overflowX === 'auto' || overflowX === 'scroll') && one.clientHeight > 60;
      if (scrolls && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
        out.push(`${one.tagName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`);
    }
    return out;
  });
  expect.soft(found, state).toEqual([]);
}

/** Waits until something is in the window with all of its width and height. */
export async function expectWhole(what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 0.999 });
}

/** The most letters that stand on one line of a text: by the room that it takes, and by its own letters. */
export async function lettersOnALine(text: Locator): Promise<number> {
  return text.evaluate((text) => {
    const lines = new Map<number, number>();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { bottom, width } = range.getBoundingClientRect();
        if (width > 0) lines.set(Math.round(bottom), (lines.get(Math.round(bottom)) ?? 0) + 1);
      }
    }
    return Math.max(...lines.values());
  });
}
