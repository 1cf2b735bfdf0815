/**
 * What an element needs once it is wanted, and not before: one file, fetched together with the
 * widget. It shares no module with the elements (types aside), so that it stays one file.
 */

import stateStyles from '../styles/states.css?inline';
import { WidgetHost } from './runtime/host.js';
import { configOf } from './runtime/config.js';
import { describe } from './runtime/describe.js';
import type { Configured, Owner, WidgetConfig } from './internal.js';

/** The life of `owner`'s widget; nothing is mounted yet. */
export function createHost(owner: Owner & Configured): WidgetHost {
  owner.adopt(stateStyles);
  const config = (): WidgetConfig => configOf(owner);
  return new WidgetHost(owner, config, (error) => describe(error, owner, config()));
}

export type { WidgetHost };
