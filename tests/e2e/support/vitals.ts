/** What a page holds on to: its heaps, nodes and listeners, after whatever can be collected has been. */

import type { CDPSession, Page } from '@playwright/test';

/** One look at a page. */
export interface Vitals {
  /** Bytes that scripts hold. */
  heap: number;
  /** Bytes of the modules' linear memories, which never shrink. */
  wasm: number;
  /** Nodes that are in the document, or held by something. */
  nodes: number;
  listeners: number;
}

export const VITALS = ['heap', 'wasm', 'nodes', 'listeners'] as const satisfies (keyof Vitals)[];

/** Keeps hold of the memories of the modules that the page starts. Runs in the page, before all else. */
function rememberMemories(): void {
  const memories: WebAssembly.Memory[] = ((globalThis as Kept).memories = []);
  for (const how of ['instantiate', 'instantiateStreaming'] as const) {
    const start = WebAssembly[how] as (...given: unknown[]) => Promise<Started>;
    WebAssembly[how] = (async (...given: unknown[]) => {
      const started = await start(...given);
      // By what it is: names are shortened.
      const exported = Object.values((started.instance ?? started).exports!);
      memories.push(...exported.filter((one) => one instanceof WebAssembly.Memory));
      return started;
    }) as never;
  }
}

/** An instance, or that and its module. */
interface Started {
  instance?: Started;
  exports?: WebAssembly.Exports;
}

type Kept = typeof globalThis & { memories?: WebAssembly.Memory[] };

/** Looks at one page again and again. */
export class Monitor {
  readonly #page: Page;
  readonly #protocol: CDPSession;

  private constructor(page: Page, protocol: CDPSession) {
    this.#page = page;
    this.#protocol = protocol;
  }

  /** For a page that has not been anywhere yet. */
  static async of(page: Page): Promise<Monitor> {
    await page.addInitScript(rememberMemories);
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Performance.enable');
    await protocol.send('HeapProfiler.enable');
    return new Monitor(page, protocol);
  }

  /** What the page holds now. */
  async look(): Promise<Vitals> {
    // What only a finalizer lets go of is collected by the second.
    await this.#protocol.send('HeapProfiler.collectGarbage');
    await this.#protocol.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#protocol.send('Performance.getMetrics');
    const { nodes, jsEventListeners: listeners } = await this.#protocol.send('Memory.getDOMCounters');
    const wasm = await this.#page.evaluate(() =>
      ((globalThis as Kept).memories ?? []).reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    );
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
    return { heap, wasm, nodes, listeners };
  }
}

/** By which part of its first value something grows from the first look to the last, by the line that fits best. */
export function growth(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [rise, run] = [0, 0];
  values.forEach((value, at) => {
    rise += (at - middle) * (value - mean);
    run += (at - middle) ** 2;
  });
  return ((rise / run) * (values.length - 1)) / (values[0] ?? Number.NaN);
}
