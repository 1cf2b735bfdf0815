/** What lies over the desk: the command palette, the sheet of shortcuts, the settings. */

import type { Locator, Page } from '@playwright/test';

import type { DeskPage } from './desk-page.js';
import { expect } from './expect.js';

/** The dialogs of a desk, in English. */
export class DeskDialogs {
  readonly page: Page;
  readonly palette: Locator;
  /** Where one types in the palette. */
  readonly field: Locator;
  readonly options: Locator;
  /** The option that Enter takes. */
  readonly chosen: Locator;
  readonly sheet: Locator;
  readonly settings: Locator;
  /** Whichever has the focus, in the desk's own tree. */
  readonly focused: Locator;

  constructor({ page, host }: DeskPage) {
    this.page = page;
    this.palette = host.getByRole('dialog', { name: 'Search commands and conversations' });
    this.field = this.palette.getByRole('combobox');
    this.options = this.palette.getByRole('option');
    this.chosen = this.palette.getByRole('option', { selected: true });
    this.sheet = host.getByRole('dialog', { name: 'Keyboard shortcuts' });
    this.settings = host.getByRole('dialog', { name: 'Settings' });
    this.focused = host.locator(':focus');
  }

  /** Types a query into the palette, opens it if need be, and takes what stands first. */
  async command(query: string, expected: string | RegExp): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.field).toBeFocused();
    await this.page.keyboard.type(query);
    await expect(this.chosen).toContainText(expected);
    await this.page.keyboard.press('Enter');
    await expect(this.palette).toBeHidden();
  }
}
