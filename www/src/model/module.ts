/**
 * The WebAssembly module behind `inbox-widgets/model`: starting it wherever it runs, and starting it
 * afresh should it ever stop.
 */

import start, { __wbg_reset_state as reset, wholeMemory } from '#glue/model/model.js';

/** What {@link init} can be given. */
export interface InitOptions {
  /** Where `model_bg.wasm` lies, or the module itself; without it, it is looked for beside this file. */
  wasm?: string | URL | Response | BufferSource | WebAssembly.Module;
}

let ready: Promise<void> | undefined;
let started = false;
let bytes: Uint8Array | undefined;
let lives = 0;

/** How often the module has started afresh, and lost what it held. */
export const generation = (): number => lives;

/**
 * Loads and starts the module. Await it once before anything else is called; calling it again is
 * harmless. After a failure, the next call tries again.
 */
export function init(options: InitOptions = {}): Promise<void> {
  ready ??= load(options.wasm).then(
    () => {
      started = true;
    },
    (cause: unknown) => {
      ready = undefined;
      throw cause;
    },
  );
  return ready;
}

async function load(wasm: InitOptions['wasm']): Promise<void> {
  const found = wasm ?? new URL('./model_bg.wasm', import.meta.url);
  const address = typeof found === 'string' ? new URL(found, import.meta.url) : found;
  await start({ module_or_path: address instanceof URL && address.protocol === 'file:' ? read(address) : address });
}

/** A file, where there are files: Node's `fetch` has none. */
function read(address: URL): BufferSource {
  // By the function made for this, because bundlers would try to resolve an import.
  const host = globalThis as {
    process?: { getBuiltinModule?(name: 'node:fs'): { readFileSync(path: URL): BufferSource } };
  };
  const files = host.process?.getBuiltinModule?.('node:fs');
  if (!files)
    throw new Error(`inbox-widgets/model: nothing here can read ${address.href}; give init({ wasm }) its bytes`);
  return files.readFileSync(address);
}

/** The module's memory as it is now: it moves when it grows. */
export function view(): Uint8Array {
  if (bytes === undefined || bytes.length === 0) bytes = new Uint8Array((wholeMemory() as WebAssembly.Memory).buffer);
  return bytes;
}

/**
 * What `act` returns. Should the module stop in it, which takes a defect or more memory than there
 * is, it starts afresh and `rest` answers.
 */
export function guarded<T>(act: () => T, rest: () => T): T {
  try {
    return act();
  } catch {
    revive();
    return rest();
  }
}

/** Starts the module afresh after whatever has been thrown out of it. */
export function revive(): void {
  if (!started) throw new Error('inbox-widgets/model: call init() and await it before anything else');
  bytes = undefined;
  reset();
  lives += 1;
}
