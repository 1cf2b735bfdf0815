/** Where the files of a widget come from, and that they are asked for together: each is needed, none waits. */

import type { WidgetChunk, WidgetParts, WidgetSource } from '../internal.js';

/** A source that can be asked ahead of whoever is going to use the files. */
export interface LazySource extends WidgetSource {
  /** Asks for the files, unless they are there or on their way. */
  prefetch(): void;
}

/**
 * A dynamic import that can be tried again. Browsers remember by address that a module could not be
 * fetched, and most tell that address in the error, whatever a bundler has made of it.
 */
export function retryable<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let failed: string | undefined;
  let tries = 0;
  return () =>
    (failed ? import(/* @vite-ignore */ /* webpackIgnore: true */ `${failed}?${(tries += 1)}`) : load()).catch(
      (error) => {
        failed ??= /https?:\S+/.exec(error.message)?.[0];
        throw error;
      },
    );
}

/**
 * The sources of a widget by the API that it speaks: a module for each, so that nobody loads the
 * others; glue and styles are the same for all. What is built from this file lies beside the modules.
 */
export function perDialect(widget: string, chunk: () => Promise<WidgetChunk>): (dialect: string) => LazySource {
  const sources: Record<string, LazySource> = {};
  return (dialect) => {
    const name = widget + (dialect && dialect !== __DIALECT__ ? '-' + dialect : '');
    // By a variable, because bundlers take an address that they can read for a file of theirs.
    const here = import.meta.url;
    return (sources[name] ??= lazySource(chunk, () => new URL(name + '_bg.wasm', here)));
  };
}

/** See {@link LazySource}. */
function lazySource(chunk: () => Promise<WidgetChunk>, wasm: () => URL): LazySource {
  const load = retryable(chunk);
  let ahead: WidgetParts | undefined;
  let asked = false;
  const ask = (): WidgetParts => {
    asked = true;
    const parts = { chunk: load(), module: fetch(wasm()) };
    // Whoever takes them hears of a failure. Who comes later is better served by another try.
    const fail = (): void => {
      asked = false;
      ahead = undefined;
    };
    for (const part of Object.values(parts)) part.catch(fail);
    return parts;
  };
  return {
    wasm,
    retryable,
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
