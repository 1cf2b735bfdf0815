/** The desk as it is delivered, `benches/list/widget`. */

import styles from '../../www/styles/desk.css?inline';
import type { Subject } from './subject.js';
import { AGENTS } from './wire.js';

/** What the page says in place of a server; see `canned.rs`. */
const SESSION = {
  me: { ...AGENTS[0], kind: 'agent' },
  agents: AGENTS.map((agent) => ({ ...agent, kind: 'agent' })),
  workspace: 'Benchmark',
};

function answerHere(): void {
  const real = globalThis.fetch;
  globalThis.fetch = (asked, init) => {
    const url = new URL(asked instanceof Request ? asked.url : asked, location.href);
    if (!url.hostname.endsWith('.invalid')) return real(asked, init);
    // A stream on which nothing happens.
    if (url.pathname === '/live') return Promise.resolve(new Response(new ReadableStream()));
    return Promise.resolve(new Response(url.pathname === '/session' ? JSON.stringify(SESSION) : url.pathname));
  };
}

interface Module {
  default(input: { module_or_path: Response }): Promise<object>;
  prepare(page: string, thread: string): void;
  isReady(): boolean;
  take(page: string): void;
  mountDesk(root: HTMLElement): void;
  push(arrivals: string): void;
  openThread(id: string, count: number): void;
  unmountDesk(): void;
}

/** The module loaded, and its desk in a shadow root as in the element. */
export async function ours(): Promise<Subject> {
  answerHere();
  // By a variable, so that it is loaded and not made part of the page.
  const address = './bench.js';
  const module = (await import(/* @vite-ignore */ address)) as Module;
  const exports = await module.default({ module_or_path: await fetch('./bench_bg.wasm') });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  let shadow: ShadowRoot | undefined;
  return {
    async prepare([first = '', ...others], thread) {
      module.prepare(first, thread);
      while (!module.isReady()) await new Promise(requestAnimationFrame);
      others.forEach(module.take);
    },
    mount(root) {
      const host = root.appendChild(document.createElement('div'));
      host.style.cssText = 'display: block; block-size: 800px';
      shadow = host.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      const inside = shadow.appendChild(document.createElement('div'));
      inside.id = 'mount';
      inside.style.cssText = 'display: grid; block-size: 800px';
      module.mountDesk(inside);
    },
    push: (arrivals) => module.push(arrivals),
    openThread: (id, count) => module.openThread(id, count),
    unmount() {
      module.unmountDesk();
      shadow?.host.remove();
      shadow = undefined;
    },
    // Made small, the module calls its memory by another name.
    bytes: () => Object.values(exports).find((one) => one instanceof WebAssembly.Memory)?.buffer.byteLength ?? NaN,
    tree: () => shadow ?? document,
  };
}
