/** `inbox-widgets/desk`, `<inbox-desk>`: the agents' inbox. Fills the box that the page gives it. */

import { reflect } from '../frame/dom.js';
import { perDialect } from '../frame/source.js';
import type { InboxDefer } from '../types.js';
import { InboxElement, register } from './base.js';

const sourceOf = perDialect('desk', () => import('../widgets/desk-widget.js'));
/**
 * The agent's side: lists of conversations, the conversation itself, and what is known of the
 * customer. Sends the events of {@link InboxEventDetails}.
 *
 * With the attribute `page` the desk is the whole page: what is unread is counted in the page's title
 * and on its icon, and the desk has the focus to begin with.
 */
export class InboxDesk extends InboxElement {
  /** `manual`: the desk is loaded when a method asks for it. Otherwise at once. */
  declare defer: InboxDefer | '';

  /** @internal */
  protected readonly sourceOf = sourceOf;

  constructor() {
    super();
    this.shadowRoot?.append(this.frame);
  }

  /** @internal */
  protected connected(): void {
    if (this.defer !== 'manual') this.want();
  }

  /** @internal */
  protected localize(): void {
    // the desk has no words before its widget is there
  }
}

reflect(InboxDesk, 'defer');

/** Registers `<inbox-desk>`. Does nothing on a server, nor the second time. */
export function defineDesk(): void {
  register('inbox-desk', InboxDesk);
}

export { defineDesk as define };
export type * from '../types.js';
