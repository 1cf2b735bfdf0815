/** The customer's side, as a customer finds it: by what things are called. */

import type { Locator, Page } from '@playwright/test';

import { expect } from './expect.js';

/** A page with `<inbox-messenger>` on it. */
export class MessengerPage {
  readonly page: Page;
  readonly host: Locator;
  readonly launcher: Locator;
  readonly badge: Locator;
  readonly panel: Locator;
  readonly newConversation: Locator;
  readonly conversations: Locator;
  readonly composer: Locator;
  readonly send: Locator;
  readonly back: Locator;
  readonly thread: Locator;
  readonly messages: Locator;
  readonly typing: Locator;
  readonly announcements: Locator;
  readonly banner: Locator;
  readonly news: Locator;

  constructor(page: Page, host = page.locator('inbox-messenger')) {
    this.page = page;
    this.host = host;
    this.launcher = host.locator('button[aria-controls=panel]');
    this.badge = host.locator('[part=badge]');
    this.panel = host.getByRole('dialog');
    this.newConversation = this.panel.getByRole('button', { name: 'Send us a message' });
    this.conversations = this.panel.getByRole('region', { name: 'Your conversations' }).getByRole('button');
    this.composer = this.panel.getByRole('textbox', { name: 'Write a message…' });
    this.send = this.panel.getByRole('button', { name: 'Send', exact: true });
    this.back = this.panel.getByRole('button', { name: 'Back', exact: true });
    this.thread = this.panel.getByRole('region', { name: 'Messages' });
    this.messages = this.thread.locator('[data-kind]');
    this.typing = this.panel.getByRole('status').filter({ hasText: 'is typing' });
    this.announcements = host.getByRole('log').getByRole('paragraph');
    this.news = host.locator('[part=preview]');
    this.banner = this.panel.getByRole('status').filter({ hasText: 'You are offline' });
  }

  /** The shop's front page, as somebody whom it does not know. */
  async visitAsGuest(origin: string): Promise<void> {
    await this.#remember('guest');
    await this.page.goto(`${origin}/`);
  }

  /** The shop's front page, as the demo's customer. */
  async visitAsLena(origin: string): Promise<void> {
    await this.#remember('lena');
    await this.page.goto(`${origin}/`);
  }

  /** Hands the widget a token, as the page of a signed-in customer does. */
  async signIn(token: string): Promise<void> {
    await this.host.evaluate(
      (host, token) => ((host as HTMLElementTagNameMap['inbox-messenger']).token = token),
      token,
    );
  }

  /** Opens the panel, unless it is open. */
  async open(): Promise<void> {
    if ((await this.launcher.getAttribute('aria-expanded')) !== 'true') await this.launcher.click();
    await expect(this.panel).toBeVisible();
  }

  /** Closes the panel, unless it is closed. */
  async close(): Promise<void> {
    if ((await this.launcher.getAttribute('aria-expanded')) === 'true') await this.launcher.click();
    await expect(this.panel).toBeHidden();
  }

  /** A first message, from wherever the messenger is. */
  async begin(text: string): Promise<void> {
    await this.open();
    await this.newConversation.click();
    await this.say(text);
    await expect(this.thread).toBeVisible();
  }

  /** A first message, by keyboard, from a panel that was never opened. */
  async beginByKeyboard(text: string): Promise<void> {
    await this.launcher.press('Enter');
    await this.newConversation.press('Enter');
    await this.sayByKeyboard(text);
    await expect(this.thread).toBeVisible();
  }

  /** Types and sends, by keyboard. */
  async sayByKeyboard(text: string): Promise<void> {
    await this.composer.focus();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  /** Types and sends, with the mouse. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.send.click();
  }

  /** The message that says this. */
  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** Waits until the server has the message. */
  async expectSent(text: string): Promise<void> {
    await expect(this.message(text)).toHaveCount(1);
    await expect(this.message(text)).toHaveAttribute('data-state', /^(sent|delivered|read)$/);
  }

  /** The site keeps who is visiting for as long as the tab lives; the first load already knows it. */
  async #remember(who: string): Promise<void> {
    await this.page.addInitScript((who) => {
      if (!sessionStorage.getItem('fjord-and-fern:who')) sessionStorage.setItem('fjord-and-fern:who', who);
    }, who);
  }
}
