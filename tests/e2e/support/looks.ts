/** Ways to what is looked at, and the comparison with its picture. */

import { expectAccessible } from './a11y.js';
import type { DeskPage } from './desk-page.js';
import { drawn, expect, scrolled, tolerance } from './still.js';

/** What is to be seen is the picture of this name, and axe finds nothing in it. */
export async function looksLike(desk: DeskPage, name: string): Promise<void> {
  const { page } = desk;
  await drawn(page);
  await expect.soft(page).toHaveScreenshot(`${name}.png`, await tolerance(page));
  await expectAccessible(page, name, 'inbox-desk');
}

/** Shows the list, as the demo's agent. */
export async function visit(desk: DeskPage, origin: string, dialect = ''): Promise<void> {
  await desk.page.goto(`${origin}/desk${dialect && `?dialect=${dialect}`}`);
  await expect(desk.host.locator('[data-conv-id]').first()).toBeVisible();
}

/** Opens the conversation in whose row this stands, in any language of the desk. */
export async function open(desk: DeskPage, text: string): Promise<void> {
  await desk.host.locator('[data-conv-id]').filter({ hasText: text }).click();
  await expect(desk.host.locator('[data-kind]').first()).toBeVisible();
  // Nothing looks as if it were pointed at.
  await desk.page.mouse.move(0, 0);
}

/** The same, wherever it stands in the list; its thread stands at one of its ends. */
export async function find(desk: DeskPage, text: string, end: 'top' | 'bottom'): Promise<void> {
  await desk.host.locator('.search-field').fill(text);
  await open(desk, text);
  await expect(desk.host.locator('.line-found').first()).toBeVisible();
  await scrolled(desk.host.locator('[data-scroller=thread]'), end);
}
