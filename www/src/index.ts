/** `inbox-widgets`: both elements. Importing it registers nothing; call {@link define}. */

import { defineDesk, InboxDesk } from './elements/desk.js';
import { defineMessenger, InboxMessenger } from './elements/messenger.js';

export { defineDesk, defineMessenger, InboxDesk, InboxMessenger };
export type * from './types.js';

/** Registers `<inbox-messenger>` and `<inbox-desk>`. Does nothing on a server, nor the second time. */
export function define(): void {
  defineMessenger();
  defineDesk();
}
