/**
 * The life of one widget inside its element: loaded, mounted, failed, tried again, taken down.
 * Knows the border with WebAssembly; knows nothing of attributes, launchers or panels.
 */

import type { Failure, Owner, Phase, WidgetChunk, WidgetConfig } from '../internal.js';
import { InboxError, messageOf } from './errors.js';
import { later, load, whenLater } from './loader.js';

/** Changes that a widget takes while it lives. For the others it is mounted anew. */
const LIVE = new Set<keyof WidgetConfig>(['token', 'lang', 'theme', 'dir', 'open', 'strings']);

/** Who is mounted from which chunk: when a module stops, all of its widgets have. */
const mounted = new Map<WidgetChunk, Set<WidgetHost>>();

interface Mounted {
  chunk: WidgetChunk;
  handle: number;
}

/** See the top of this file. */
export class WidgetHost {
  static {
    whenLater((chunk, styles) => mounted.get(chunk)?.forEach((host) => host.#owner.adopt(styles)));
  }

  readonly #owner: Owner;
  readonly #config: () => WidgetConfig;
  readonly #describe: (error: InboxError) => Failure;
  #phase: Phase = 'idle';
  /** Whether the element is in the document. */
  #living = false;
  /** Whether anybody has asked for the widget. */
  #wanted = false;
  #ready = deferred();
  #widget: Mounted | undefined;
  /** Counts beginnings and ends, so that what was begun can tell that it is no longer wanted. */
  #turn = 0;
  readonly #changed = new Set<keyof WidgetConfig>();

  constructor(owner: Owner, config: () => WidgetConfig, describe: (error: InboxError) => Failure) {
    this.#owner = owner;
    this.#config = config;
    this.#describe = describe;
  }

  /** The element has come into the document. */
  begin(): void {
    this.#living = true;
    if (this.#wanted) this.#start();
  }

  /** Resolves when the widget answers; makes that happen if it is not under way. */
  ready(): Promise<void> {
    const { promise } = this.#ready;
    this.#wanted = true;
    if (this.#living) this.#start();
    return promise;
  }

  /** Has the widget do something, as soon as it is there. */
  async command(name: string, argument: unknown): Promise<void> {
    await this.ready();
    this.#call(({ chunk, handle }) => chunk.command(handle, name, argument));
  }

  /** A key of the configuration has another value. Several changes in one go become one update. */
  changed(key: keyof WidgetConfig): void {
    if (this.#phase !== 'alive') return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#update());
    this.#changed.add(key);
  }

  /** The element has left the document. What waits for the widget goes on waiting. */
  end(): void {
    this.#living = false;
    this.#turn += 1;
    if (this.#phase === 'alive') this.#ready = deferred();
    this.#unmount();
    this.#enter('idle');
  }

  #start(): void {
    if (this.#phase === 'loading' || this.#phase === 'alive') return;
    this.#enter('loading');
    this.#turn += 1;
    const turn = this.#turn;
    load(this.#owner.source).then(
      (chunk) => turn === this.#turn && this.#mount(chunk),
      (error: InboxError) => turn === this.#turn && this.#fail(error),
    );
  }

  #mount(chunk: WidgetChunk): void {
    const widget: Mounted = { chunk, handle: -1 };
    const emit = (name: string, detail: unknown): void => {
      // The widget speaks in the middle of its own work, and whoever hears it may call it back.
      queueMicrotask(() => {
        if (this.#widget === widget) this.#heard(name, detail);
      });
    };
    this.#owner.adopt(chunk.styles);
    this.#owner.adopt(later(chunk));
    chunk.adopted?.(this.#owner.mountPoint);
    this.#widget = widget;
    try {
      widget.handle = chunk.mount(this.#owner.mountPoint, this.#config(), emit);
    } catch (cause) {
      const stopped = cause instanceof WebAssembly.RuntimeError;
      this.#fail(new InboxError(stopped ? 'panic' : 'config', messageOf(cause), cause));
      return;
    }
    mounted.set(chunk, (mounted.get(chunk) ?? new Set()).add(this));
    addEventListener('error', this.#onError);
    this.#enter('alive');
    this.#ready.resolve();
  }

  #heard(name: string, detail: unknown): void {
    const { code, message } = (detail ?? {}) as { code?: unknown; message?: unknown };
    if (name === 'error' && code === 'panic') this.#fail(new InboxError('panic', String(message)));
    else this.#owner.heard(name, detail ?? {});
  }

  #update(): void {
    const keys = [...this.#changed];
    this.#changed.clear();
    if (!this.#widget) return;
    if (keys.every((key) => LIVE.has(key))) {
      const config = this.#config();
      const patch = Object.fromEntries(keys.map((key) => [key, config[key]]));
      this.#call(({ chunk, handle }) => chunk.update(handle, patch));
      return;
    }
    const { chunk } = this.#widget;
    this.#unmount();
    this.#ready = deferred();
    this.#mount(chunk);
  }

  #call(act: (widget: Mounted) => void): void {
    if (!this.#widget) return;
    try {
      act(this.#widget);
    } catch (cause) {
      if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
      this.#fail(new InboxError('panic', messageOf(cause), cause));
    }
  }

  /** A panic in one of the widget's own listeners or timers reaches nobody but the window. */
  readonly #onError = ({ error }: ErrorEvent): void => {
    const ours = error instanceof WebAssembly.RuntimeError && error.stack?.includes(this.#owner.source.wasm().href);
    if (ours) this.#fail(new InboxError('panic', messageOf(error), error));
  };

  #fail(error: InboxError): void {
    const chunk = this.#widget?.chunk;
    this.#stop(error);
    if (error.code !== 'panic' || !chunk) return;
    for (const other of [...(mounted.get(chunk) ?? [])]) other.#stop(error);
    quietly(() => chunk.reset());
  }

  #stop(error: InboxError): void {
    this.#forget();
    this.#owner.mountPoint.replaceChildren();
    if (this.#phase !== 'alive') this.#ready.reject(error);
    this.#ready = deferred();
    this.#enter('failed');
    this.#owner.failed(this.#describe(error));
  }

  #unmount(): void {
    const widget = this.#forget();
    if (widget) quietly(() => widget.chunk.unmount(widget.handle));
  }

  #forget(): Mounted | undefined {
    const widget = this.#widget;
    this.#widget = undefined;
    this.#changed.clear();
    if (widget) mounted.get(widget.chunk)?.delete(this);
    removeEventListener('error', this.#onError);
    return widget;
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#owner.entered(phase);
  }
}

interface Deferred {
  promise: Promise<void>;
  resolve(): void;
  reject(error: InboxError): void;
}

/** A promise with its ends in hand. Its failure is nobody's unless somebody waits for it. */
function deferred(): Deferred {
  const made = {} as Deferred;
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(() => undefined);
  return made;
}

/** For a module on its way out: what it throws helps nobody any more. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // see above
  }
}
