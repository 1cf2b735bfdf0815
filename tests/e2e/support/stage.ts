/** A page of a site of its own making, on the server's origin: for what a page does to the elements. */

import type { Page } from '@playwright/test';

/** What a site that is strict with its scripts allows. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

/** What a page can have besides its body. */
interface Site {
  /** Its content security policy. */
  policy?: string;
  /** Attributes of its root. */
  html?: string;
  /** What stands in its head, before the elements are loaded. */
  head?: string;
}

/** Opens a page that has `body` and loads the elements. */
export async function stage(
  page: Page,
  origin: string,
  body: string,
  { policy = POLICY, html = 'lang="en"', head = '' }: Site = {},
): Promise<void> {
  await page.route('**/stage', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': policy },
      body: `<!doctype html><html ${html}><title>A page</title>${head}<script type="module" src="${origin}/assets/auto.js"></script>${body}`,
    }),
  );
  await page.goto(`${origin}/stage`);
}
