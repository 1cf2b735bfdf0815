/** What somebody meets who does not look at the screen, or does not use a mouse. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect } from './expect.js';

/** Fails with what is wrong and where, and goes on: one run tells all that is wrong in all states. */
export async function expectAccessible(page: Page, state: string, surface: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).include(surface).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help})\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
  expect.soft(found, state).toEqual([]);
  // Nothing is accessible, too, if nothing is looked at.
  expect(
    passes.flatMap(({ nodes }) => nodes).some(({ target }) => Array.isArray(target[0])),
    state,
  ).toBe(true);
}

/** Roles that say nothing without a name. */
const NAMED = new Set(
  'button link textbox searchbox combobox listbox option checkbox radio switch tab menu menuitem menuitemradio dialog alertdialog navigation region complementary img'.split(
    ' ',
  ),
);

/** Fails with what a screen reader would call by its role alone. */
export async function expectNamed(host: Locator, state: string): Promise<void> {
  const tree = await host.ariaSnapshot();
  const found = tree.split('\n').filter((line) => {
    const [, role = '', rest = ''] = /^\s*- ([a-z]+)(.*)$/.exec(line) ?? [];
    return NAMED.has(role) && !/^ ["/]/.test(rest);
  });
  expect.soft(found, state).toEqual([]);
  // A tree without anything is without anything nameless, too.
  expect(tree, state).toContain('- button "');
}

/** Presses Tab, or Shift and Tab to go back, until what has the focus is called so. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const now = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim();
    });
    if (typeof name === 'string' ? now.startsWith(name) : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab never reaches ${name}; it passes ${seen.join(' | ')}`);
}

/** What the live region of a widget says from now on, each entry once. */
export async function listen(host: Locator): Promise<() => Promise<string[]>> {
  await host.evaluate((host) => {
    const heard: string[] = ((host as HTMLElement & { announced?: string[] }).announced = []);
    const region = host.shadowRoot!.querySelector('[role=log]')!;
    const take = (node: Node): unknown => node.textContent?.trim() && heard.push(node.textContent.trim());
    new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(take))).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return () => host.evaluate((host) => (host as HTMLElement & { announced?: string[] }).announced ?? []);
}
