/** Asks a rule. */

import { guarded } from './module.js';
import type { Result } from './types.js';

/** What a rule answers. Whatever stops it, getters that throw for one, is a problem in the answer. */
export function ask<T>(rule: (given: unknown[]) => unknown, ...given: unknown[]): Result<T> {
  return guarded(
    () => rule(given) as Result<T>,
    () => ({ ok: false, problems: [{ field: '', code: 'invalid_input', data: { detail: 'this cannot be read' } }] }),
  );
}
