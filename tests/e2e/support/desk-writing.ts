/** What an agent is told of the text that they write, and the draft of a machine that they may send instead. */

import type { Locator } from '@playwright/test';

import { tabTo } from './a11y.js';
import type { DeskPage } from './desk-page.js';
import { expect } from './expect.js';

/** The title of the demo's SMS conversation in which a machine has drafted an answer to the last word. */
export const CABIN = "Courier can't find the cabin";

/** Around the field in which an agent writes, in English. */
export class DeskWriting {
  /** Why what is written cannot be sent. */
  readonly complaint: Locator;
  /** How much may still be written. */
  readonly room: Locator;
  /** How many short messages it takes. */
  readonly segments: Locator;
  readonly send: Locator;
  /** By which channel it goes. */
  readonly channels: Locator;
  /** Why something was not done. */
  readonly problem: Locator;
  /** The draft, as it stands in the thread. */
  readonly draft: Locator;
  /** What can be done with it. */
  readonly ways: Locator;
  /** What its row says of it, in the list. */
  readonly waits: Locator;
  readonly #desk: DeskPage;

  constructor(desk: DeskPage) {
    const { host, reading, messages, list } = desk;
    this.room = reading.getByRole('paragraph').filter({ hasText: /^room for/ });
    this.complaint = reading.getByRole('alert').filter({ hasText: / too many$/ });
    this.segments = reading.getByText(/^\d+ text messages? · /);
    this.send = reading.getByRole('button', { name: 'Send reply' });
    this.channels = reading.getByRole('group', { name: 'Send by' });
    this.problem = host.getByRole('alert').filter({ hasText: /this draft/ });
    this.draft = messages.and(host.locator('[data-kind=suggestion]'));
    this.ways = this.draft.getByRole('group', { name: 'Suggested reply' });
    this.waits = list.getByRole('option').filter({ hasText: CABIN }).getByText('Draft waiting');
    this.#desk = desk;
  }

  /** Finds a conversation by the words in it, opens it and goes where one replies, by keyboard. */
  async replyTo(words: string): Promise<void> {
    const { page, rows, messages, reply, search } = this.#desk;
    await page.keyboard.press('/');
    await expect(search).toBeFocused();
    await page.keyboard.type(words);
    await expect(rows).toHaveCount(1);
    await tabTo(page, 'Conversations');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(messages.first()).toBeVisible();
    await page.keyboard.press('r');
    await expect(reply).toBeFocused();
  }
}
