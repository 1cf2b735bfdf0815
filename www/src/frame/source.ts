/** Where the files of a widget come from, and that they are asked for together: each is needed, none waits. */

import type { WidgetChunk, WidgetParts, WidgetSource } from '../internal.js';

/** A source that can be asked ahead of whoever is going to use the files. */
export interface LazySource extends WidgetSource {
  /** Asks once: by the next time the files are there, or are tried for again. */
  prefetch(): void;
}

/** See {@link LazySource}. */
export function lazySource(chunk: () => Promise<WidgetChunk>, wasm: () => URL): LazySource {
  let ahead: WidgetParts | undefined;
  let asked = false;
  const ask = (): WidgetParts => {
    asked = true;
    const parts = { chunk: chunk(), module: fetch(wasm()) };
    // Whoever takes them hears of a failure; until then it is nobody's.
    for (const part of Object.values(parts)) part.catch(() => undefined);
    return parts;
  };
  return {
    wasm,
    prefetch: () => {
      if (!asked) ahead = ask();
    },
    parts: () => {
      const parts = ahead ?? ask();
      ahead = undefined;
      return parts;
    },
  };
}
