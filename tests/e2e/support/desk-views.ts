/** The views of a desk: at its side, in the dialog where one is built, and over it on a phone. */

import type { Locator, Page } from '@playwright/test';

import type { DeskPage } from './desk-page.js';
import { expect } from './expect.js';

/** The views of a desk, in English. */
export class DeskViews {
  readonly page: Page;
  readonly side: Locator;
  /** The way to a view of one's own. */
  readonly add: Locator;
  readonly teams: Locator;
  /** The agent's own. */
  readonly own: Locator;
  /** All views, where there is no room for them at the side. */
  readonly all: Locator;
  readonly builder: Locator;
  readonly name: Locator;
  readonly conditions: Locator;
  /** How much the view shows that is being built. */
  readonly counted: Locator;
  readonly save: Locator;

  constructor({ page, host, views }: DeskPage) {
    this.page = page;
    this.side = views;
    this.add = views.getByRole('button', { name: 'Save what is shown as a view' });
    this.teams = views.getByRole('list', { name: 'Teams' });
    this.own = views.getByRole('list', { name: 'Saved views' }).getByRole('listitem');
    this.all = host.getByRole('dialog', { name: 'All views' });
    this.builder = host.getByRole('dialog', { name: /^(New|Edit) view$/ });
    this.name = this.builder.getByRole('textbox', { name: 'Name' });
    this.conditions = this.builder.getByRole('group', { name: /^Condition \d+$/ });
    this.counted = this.builder.getByRole('status');
    this.save = this.builder.getByRole('button', { name: 'Save view' });
  }

  /** The view of this name, whatever it counts. */
  view(name: string): Locator {
    return this.side.getByRole('button', { name: new RegExp(`^${name}( \\d+ unread of \\d+)?$`) });
  }

  /** How many conversations a view says it shows. */
  async count(name: string): Promise<number> {
    return total(this.view(name));
  }

  /** The names of the agent's own views, in order. */
  names(): Promise<string[]> {
    return this.own.locator('.view-name').allTextContents();
  }

  /** A condition of the builder, by its place. */
  condition(at: number): Condition {
    return new Condition(this.conditions.nth(at));
  }

  /** Saves what is shown under a name, by keyboard. */
  async keep(name: string): Promise<void> {
    await this.add.press('Enter');
    await expect(this.name).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(this.builder).toBeHidden();
    await expect(this.view(name)).toHaveAttribute('aria-current', 'true');
  }

  /** Takes an entry of a view's menu, by pointer. */
  async chooseByPointer(name: string, entry: string | RegExp): Promise<void> {
    await this.own.filter({ hasText: name }).hover();
    await this.side.getByRole('button', { name: `${name}: actions` }).click();
    await this.side.getByRole('menuitemradio', { name: entry }).click();
  }
}

/** How many conversations a view's button says there are. */
export async function total(view: Locator): Promise<number> {
  const words = (await view.locator('.view-count .visually-hidden').textContent()) ?? '';
  return Number(/unread of (\d+)/.exec(words)?.[1] ?? Number.NaN);
}

/** One condition of a view. */
export class Condition {
  readonly line: Locator;
  readonly field: Locator;
  readonly relation: Locator;

  constructor(line: Locator) {
    this.line = line;
    this.field = line.getByRole('combobox', { name: 'Property' });
    this.relation = line.getByRole('combobox', { name: 'Relation' });
  }

  /** Something that can be chosen in it. */
  chip(name: string): Locator {
    return this.line.getByRole('button', { name, exact: true });
  }
}
