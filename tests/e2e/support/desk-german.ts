/** The desk as an agent finds it who reads German. */

import type { Locator, Page } from '@playwright/test';

import { DeskPage } from './desk-page.js';
import { expect } from './expect.js';

/** A page with `<inbox-desk>` on it, in German: what is not named here has no words. */
export class GermanDesk {
  readonly page: Page;
  readonly host: Locator;
  readonly views: Locator;
  readonly states: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly reading: Locator;
  readonly messages: Locator;
  readonly reply: Locator;
  readonly waiting: Locator;
  readonly snooze: Locator;
  readonly menu: Locator;
  readonly entries: Locator;
  readonly details: Locator;
  readonly done: Locator;

  constructor(page: Page) {
    const host = new DeskPage(page).host;
    this.page = page;
    this.host = host;
    this.views = host.getByRole('navigation', { name: 'Postfach' });
    this.states = host.getByRole('group', { name: 'Zustand' });
    this.list = host.getByRole('listbox', { name: 'Unterhaltungen' });
    this.rows = this.list.getByRole('option');
    this.reading = host.getByRole('region', { name: 'Unterhaltung', exact: true });
    this.messages = this.reading.getByRole('region', { name: 'Nachrichten' }).locator('[data-kind]');
    this.reply = this.reading.getByRole('textbox', { name: / antworten…$/ });
    this.waiting = host.getByRole('timer').filter({ hasText: /^Wird in \d+ s gesendet$/ });
    this.snooze = this.reading.getByRole('button', { name: 'Zurückstellen', exact: true });
    this.menu = this.reading.getByRole('menu', { name: 'Zurückstellen' });
    this.entries = this.menu.getByRole('menuitemradio');
    this.details = host.getByRole('complementary', { name: 'Details' });
    this.done = host.getByRole('status').filter({ hasText: / · \d+ Unterhaltung(en)?/ });
  }

  /** The desk on a page in German. */
  async visit(origin: string): Promise<void> {
    await this.page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => (document.documentElement.lang = 'de'));
    });
    await this.page.goto(`${origin}/desk`);
    await expect(this.rows.first()).toBeVisible();
  }

  /** The row that says this. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** The message that says this. */
  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** What is noted down under a label. */
  fact(label: string): Locator {
    return this.details.locator('.fact').filter({ has: this.page.getByText(label, { exact: true }) });
  }
}
