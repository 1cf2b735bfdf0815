/** The agents' side, as an agent finds it: by what things are called. */

import type { Locator, Page } from '@playwright/test';

import { tabTo } from './a11y.js';
import { expect } from './expect.js';

/** A page with `<inbox-desk>` on it. */
export class DeskPage {
  readonly page: Page;
  readonly host: Locator;
  readonly views: Locator;
  readonly states: Locator;
  readonly unreadOnly: Locator;
  readonly search: Locator;
  readonly sort: Locator;
  readonly list: Locator;
  /** What has come while the list stands still. */
  readonly pill: Locator;
  /** What can be done to the conversations that are selected. */
  readonly bulk: Locator;
  /** The word about what was done to them. */
  readonly done: Locator;
  /** The word about what was done last, to whatever. */
  readonly toast: Locator;
  readonly rows: Locator;
  readonly reading: Locator;
  readonly thread: Locator;
  readonly messages: Locator;
  readonly reply: Locator;
  readonly note: Locator;
  readonly waiting: Locator;
  readonly undo: Locator;
  readonly sendNow: Locator;
  readonly offered: Locator;
  readonly attach: Locator;
  /** What goes along with what is being written. */
  readonly files: Locator;
  /** The word that a colleague was faster. */
  readonly collision: Locator;
  /** The word that a colleague has answered while a reply waited. */
  readonly overtaken: Locator;
  readonly assignee: Locator;
  readonly snooze: Locator;
  readonly close: Locator;
  readonly reopen: Locator;
  readonly back: Locator;
  readonly menu: Locator;
  readonly details: Locator;
  readonly typing: Locator;
  readonly announcements: Locator;

  constructor(page: Page, host = page.locator('inbox-desk')) {
    this.page = page;
    this.host = host;
    this.views = host.getByRole('navigation', { name: 'Inbox' });
    this.states = host.getByRole('group', { name: 'State' });
    this.unreadOnly = host.getByRole('button', { name: 'Unread', exact: true });
    this.list = host.getByRole('listbox', { name: 'Conversations' });
    this.search = host.getByRole('textbox', { name: 'Search conversations' });
    this.sort = host.getByRole('button', { name: /^Sorted by: / });
    this.toast = host
      .getByRole('status')
      .filter({ hasText: ' · ' })
      .filter({ has: page.locator('.done-words') });
    this.rows = this.list.getByRole('option');
    this.pill = host.getByRole('button', { name: /^\d+ new$/ });
    this.bulk = host.getByRole('group', { name: 'Actions for the selection' });
    this.done = host.getByRole('status').filter({ hasText: / · \d+ conversations?/ });
    this.reading = host.getByRole('region', { name: 'Conversation', exact: true });
    this.thread = this.reading.getByRole('region', { name: 'Messages' });
    this.messages = this.thread.locator('[data-kind]');
    this.reply = this.reading.getByRole('textbox', { name: /^Reply to / });
    this.note = this.reading.getByRole('textbox', { name: 'Write a note for your team…' });
    this.waiting = host.getByRole('timer').filter({ hasText: /sending in/i });
    this.undo = host.getByRole('button', { name: 'Undo', exact: true });
    this.sendNow = host.getByRole('button', { name: 'Send now' });
    this.offered = this.reading.getByRole('listbox').getByRole('option');
    this.attach = this.reading.getByRole('button', { name: 'Attach files' });
    this.files = this.reading.getByRole('list', { name: 'Attached files' }).getByRole('listitem');
    this.collision = this.reading.getByRole('alertdialog', { name: /^Not sent yet: / });
    this.overtaken = this.reading.getByRole('group', { name: /^Not sent: / });
    this.assignee = this.reading.getByRole('button', { name: /^Assignee: / });
    this.snooze = this.reading.getByRole('button', { name: 'Snooze', exact: true });
    this.close = this.reading.getByRole('button', { name: 'Close', exact: true });
    this.reopen = this.reading.getByRole('button', { name: 'Reopen', exact: true });
    this.back = this.reading.getByRole('button', { name: 'Back', exact: true });
    // A menu, or a field with what fits under it.
    this.menu = this.reading.locator('.menu');
    this.details = host.getByRole('complementary', { name: 'Details' });
    this.typing = this.reading.getByRole('status').filter({ hasText: 'is typing' });
    this.announcements = host.getByRole('log').getByRole('paragraph');
  }

  /** The desk, as the demo's agent; on another conversation API than the first, if one is named. */
  async visit(origin: string, dialect?: string): Promise<void> {
    await this.page.goto(`${origin}/desk${dialect === undefined ? '' : `?dialect=${dialect}`}`);
    await expect(this.rows.first()).toBeVisible();
    // Rows that are out of sight are built when those in sight have been painted.
    await this.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
  }

  /** The desk, as the agent whose token this is. */
  async visitAs(origin: string, token: string, dialect?: string): Promise<void> {
    await this.page.addInitScript((token) => sessionStorage.setItem('inbox-desk:token', token), token);
    await this.visit(origin, dialect);
  }

  /** The ids of the rows, in order. */
  async order(): Promise<(string | null)[]> {
    return Promise.all((await this.rows.all()).map((row) => row.getAttribute('data-conv-id')));
  }

  /** The row that says this. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** The message that says this. */
  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** Shows the conversation whose row says this, by keyboard. */
  async open(text: string): Promise<void> {
    await this.openRow(this.row(text));
  }

  /** Shows the conversation whose row says this, by pointer. */
  async openByPointer(text: string): Promise<void> {
    await this.row(text).click();
    await expect(this.thread).toBeVisible();
  }

  /** Shows the conversation of a row, by keyboard. */
  async openRow(row: Locator): Promise<void> {
    await this.reach(row);
    await this.page.keyboard.press('Enter');
    await expect(this.thread).toBeVisible();
  }

  /** Has the list show the one conversation with these words, by keyboard. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('/');
    await expect(this.search).toBeFocused();
    await this.page.keyboard.type(words);
    await expect(this.rows).toHaveCount(1);
  }

  /** Goes to a row by keyboard: into the list, to its beginning, and down. */
  async reach(row: Locator): Promise<void> {
    const { keyboard } = this.page;
    const id = (await row.getAttribute('id')) ?? '';
    const most = Number(await row.getAttribute('aria-setsize'));
    await this.list.focus();
    await keyboard.press('Home');
    await expect(this.list).toHaveAttribute('aria-activedescendant', /./);
    for (let passed = 0; passed < most; passed += 1) {
      const at = (await this.list.getAttribute('aria-activedescendant')) ?? '';
      if (at === id) return;
      await keyboard.press('ArrowDown');
      await expect(this.list).not.toHaveAttribute('aria-activedescendant', at);
    }
    throw new Error(`${id} is not among the ${most} rows of the list`);
  }

  /** Writes to the customer and sends it at once, by keyboard. Lines are kept apart with Shift and Enter. */
  async answer(text: string): Promise<void> {
    await this.sayForNow(text);
    await this.hurry();
  }

  /** Writes to the customer, by keyboard, what can be taken back for a while. */
  async sayForNow(text: string): Promise<void> {
    await type(this.reply, text);
    await this.reply.press('Enter');
    await expect(this.waiting).toBeVisible();
  }

  /** Sends at once what can still be taken back, by keyboard: the button stands above the field. */
  async hurry(): Promise<void> {
    await expect(this.sendNow).toBeVisible();
    await tabTo(this.page, 'Send now', 'Shift+Tab');
    await this.page.keyboard.press('Enter');
  }

  /** Goes where one writes to the colleagues, by keyboard, from wherever the focus is. */
  async toNote(): Promise<void> {
    await this.#toMode('n', this.note);
  }

  /** Goes where one writes to the customer, by keyboard, from wherever the focus is. */
  async toReply(): Promise<void> {
    await this.#toMode('r', this.reply);
  }

  /** Writes to the colleagues, by keyboard. */
  async leaveNote(text: string): Promise<void> {
    await this.toNote();
    await type(this.note, text);
    await this.note.press('Enter');
  }

  /** Opens the picker by keyboard, from the field, and chooses files in it. */
  async chooseFiles(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.page.keyboard.press('Control+Shift+f');
    await (await asked).setFiles(files);
  }

  /** Drags files over the page and lets them go where they are dropped. */
  async dropFiles(...files: { name: string; type: string; text: string }[]): Promise<void> {
    const data = await this.page.evaluateHandle((files) => {
      const data = new DataTransfer();
      for (const { name, type, text } of files) data.items.add(new File([text], name, { type }));
      return data;
    }, files);
    await this.thread.dispatchEvent('dragenter', { dataTransfer: data });
    const zone = this.reading.getByText(/^Drop files to /);
    await expect(zone).toBeVisible();
    await zone.dispatchEvent('drop', { dataTransfer: data });
    await expect(zone).toBeHidden();
  }

  /** Pastes a picture into the field that has the focus. */
  async pastePicture(field: Locator, base64: string): Promise<void> {
    await field.evaluate((field, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
    }, base64);
  }

  /** Sets by keyboard for how long a reply can be taken back. */
  async undoFor(time: 'Off' | '5 s' | '20 s' | '30 s'): Promise<void> {
    const dialog = this.host.getByRole('dialog', { name: 'Settings' });
    await this.list.focus();
    await this.page.keyboard.press(',');
    const choice = dialog.getByRole('group', { name: 'Undo send' }).getByRole('radio', { name: time });
    await choice.focus();
    await this.page.keyboard.press('Space');
    await expect(choice).toBeChecked();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }

  /** Takes an entry of the menu behind a button, by keyboard. */
  async choose(button: Locator, entry: string | RegExp): Promise<void> {
    const menu = this.host.locator('.menu');
    await button.press('Enter');
    await expect(menu).toBeVisible();
    await this.chooseHere(entry);
    await expect(menu).toBeHidden();
  }

  /** Takes an entry of the menu that is open, by keyboard: down to it, and Enter. */
  async chooseHere(entry: string | RegExp): Promise<void> {
    const menu = this.host.locator('.menu');
    const entries = menu.getByRole('menuitemradio').or(menu.getByRole('option'));
    const wanted = menu.getByRole('menuitemradio', { name: entry }).or(menu.getByRole('option', { name: entry }));
    await expect(wanted).toHaveCount(1);
    const at = (): Promise<number> =>
      entries.evaluateAll((all) => all.findIndex((one) => one.matches(':focus, [role=option][aria-selected=true]')));
    const place = await wanted.evaluate((one) => [...one.parentElement!.children].indexOf(one));
    await expect.poll(at).toBeGreaterThanOrEqual(0);
    for (let left = await entries.count(); left > 0 && (await at()) !== place; left -= 1)
      await this.page.keyboard.press('ArrowDown');
    expect(await at()).toBe(place);
    await this.page.keyboard.press('Enter');
  }

  /** Takes an entry of the menu behind a button, by pointer. */
  async chooseByPointer(button: Locator, entry: string | RegExp): Promise<void> {
    const menu = this.host.locator('.menu');
    await button.click();
    await menu
      .getByRole('menuitemradio', { name: entry })
      .or(menu.getByRole('option', { name: entry }))
      .click();
    await expect(menu).toBeHidden();
  }

  /** Shows conversations of one state, by keyboard. */
  async show(state: State): Promise<void> {
    const button = this.states.getByRole('button', { name: state, exact: true });
    await button.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }

  /** Shows conversations of one state, by pointer. */
  async showByPointer(state: State): Promise<void> {
    const button = this.states.getByRole('button', { name: state, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }

  async #toMode(key: string, field: Locator): Promise<void> {
    // Letters are no shortcuts where one types.
    await this.thread.focus();
    await this.page.keyboard.press(key);
    await expect(field).toBeFocused();
  }
}

/** By which the list is filtered. */
type State = 'Open' | 'Waiting' | 'Snoozed' | 'Closed' | 'All';

async function type(field: Locator, text: string): Promise<void> {
  await field.focus();
  const [first = '', ...rest] = text.split('\n');
  await field.pressSequentially(first);
  for (const line of rest) {
    await field.press('Shift+Enter');
    await field.pressSequentially(line);
  }
}
