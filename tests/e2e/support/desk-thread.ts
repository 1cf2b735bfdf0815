/** Reading a thread: the ways through it, and what its messages carry. */

import type { Locator, Page } from '@playwright/test';

import type { DeskPage } from './desk-page.js';
import { expect } from './expect.js';

/** The open thread of a desk, in English. */
export class DeskThread {
  readonly page: Page;
  /** The lines that are in the document. */
  readonly lines: Locator;
  readonly firstUnread: Locator;
  readonly toDate: Locator;
  readonly datePopover: Locator;
  /** The message that was searched for. */
  readonly found: Locator;
  readonly lightbox: Locator;
  /** What the lightbox shows. */
  readonly picture: Locator;
  readonly others: Locator;
  /** Whatever has the focus, in the desk's own tree. */
  readonly focused: Locator;

  constructor({ page, host, reading, thread, details }: DeskPage) {
    this.page = page;
    this.lines = thread.locator('[data-line]');
    this.firstUnread = reading.getByRole('button', { name: 'First unread' });
    this.toDate = reading.getByRole('button', { name: /Go to a date$/ });
    this.datePopover = reading.getByRole('dialog', { name: 'Go to a date' });
    this.found = thread.locator('.line-found');
    this.lightbox = host.getByRole('dialog', { name: /^Picture \d+ of \d+$/ });
    this.picture = this.lightbox.getByRole('img');
    this.others = details.getByRole('listitem').getByRole('button');
    this.focused = host.locator(':focus');
  }

  /** How many pixels something begins below the upper edge of the window. */
  async top(of: Locator): Promise<number> {
    return (await of.boundingBox())!.y;
  }

  /** Waits until what is drawn stays where it is. */
  async settled(of: Locator): Promise<number> {
    let before = Number.NaN;
    await expect
      .poll(async () => {
        const now = await this.top(of);
        const moved = Math.abs(now - before);
        before = now;
        return moved;
      })
      .toBeLessThan(0.5);
    return before;
  }
}
