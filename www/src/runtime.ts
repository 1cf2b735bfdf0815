/**
 * What an element needs once it is wanted, and not before: one file, fetched together with the
 * widget. It shares no module with the elements (types aside), so that it stays one file.
 */

import stateStyles from '../styles/states.css?inline';
import { InboxError } from './runtime/errors.js';
import { WidgetHost } from './runtime/host.js';
import { describe } from './runtime/describe.js';
import type { Owner } from './internal.js';

/** The life of `owner`'s widget; nothing is mounted yet. */
export function createHost(owner: Owner): WidgetHost {
  owner.adopt(stateStyles);
  return new WidgetHost(owner, (error) => describe(error, owner));
}

export { InboxError };
export type { WidgetHost };
