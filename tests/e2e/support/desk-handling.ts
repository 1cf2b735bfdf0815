/** What is done with the open conversation of a desk, in English. */

import type { Locator } from '@playwright/test';

import type { DeskPage } from './desk-page.js';

/** The header and the panel of the open conversation, and the dialogs that they lead to. */
export class DeskHandling {
  /** Where one types what to look for: somebody, a tag. */
  readonly find: Locator;
  readonly found: Locator;
  readonly snooze: Locator;
  readonly snoozeUntil: Locator;
  /** The button that shows the title and alters it. */
  readonly rename: Locator;
  /** The title's field, while it is altered. */
  readonly title: Locator;
  readonly fieldName: Locator;
  readonly people: Locator;
  readonly redaction: Locator;
  readonly deletion: Locator;
  readonly priority: Locator;
  /** The menu of what is done seldom. */
  readonly more: Locator;
  /** Why, and for how long, the customer can or cannot be written to. */
  readonly window: Locator;
  readonly restart: Locator;
  readonly #header: Locator;
  readonly #details: Locator;

  constructor({ host, reading, details }: DeskPage) {
    const picker = host.locator('.picker');
    this.find = picker.getByRole('combobox');
    this.found = picker.getByRole('option');
    this.snooze = host.getByRole('dialog', { name: 'Pick a date and time…' });
    this.snoozeUntil = this.snooze.getByLabel('Until');
    this.rename = reading.locator('.thread-rename');
    this.title = reading.getByRole('textbox', { name: 'Title' });
    this.fieldName = details.getByRole('textbox', { name: 'Name' });
    this.people = details.locator('.person');
    this.redaction = host.getByRole('dialog', { name: 'Remove this message?' });
    this.deletion = host.getByRole('dialog', { name: 'Delete the conversation…' });
    this.priority = reading.getByRole('button', { name: /^Priority: / });
    this.more = reading.getByRole('button', { name: 'More actions' });
    this.window = reading.getByRole('timer').filter({ hasText: /reply|write/ });
    this.restart = reading.getByRole('button', { name: 'Restart conversation' });
    this.#header = reading.locator('.thread-head');
    this.#details = details;
  }

  /** The word beside the name that this is the case. */
  badge(words: string): Locator {
    return this.#header.getByText(words, { exact: true });
  }

  /** What is noted down under a label. */
  fact(label: string): Locator {
    return this.#details.locator('.fact').filter({ has: this.#details.page().getByText(label, { exact: true }) });
  }

  /** The row of a field of the company's own. */
  field(name: string): Locator {
    return this.#details.getByRole('row', { name: new RegExp(`^${name}`) });
  }
}
