/**
 * A page with one subject on it, `?ours` or `?react`, driven from outside through `window.bench`: each of
 * its promises resolves when what was asked for is painted, with the milliseconds that it took.
 */

import { generator, type Row, type Source } from './data.js';
import { ours } from './ours.js';
import { react } from './react.js';
import { pages } from './wire.js';

declare global {
  interface Window {
    bench: typeof bench;
    benchData?: Source;
  }
}

/** Where a page shares its process with nobody. */
interface Counts {
  measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
}

const subject = location.search.includes('react') ? react() : await ours();
const data = window.benchData ?? generator();

/** When the task after this one begins. */
const task = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(undefined);
  });

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** When the next frame has been painted: a task that is posted in a frame runs after it. */
const painted = (): Promise<void> => frame().then(task);

/** Looks at the end of this task, and then after each `next`. */
async function until<T>(is: () => T | null | undefined | false, next: () => Promise<unknown> = frame): Promise<T> {
  await Promise.resolve();
  for (;;) {
    const found = is();
    if (found) return found;
    await next();
  }
}

async function timed(act: () => void, is: () => unknown, next?: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  act();
  await until(is, next);
  await painted();
  return performance.now() - since;
}

const all = (selector: string): HTMLElement[] => [...subject.tree().querySelectorAll<HTMLElement>(selector)];
const one = (selector: string): HTMLElement | null => subject.tree().querySelector<HTMLElement>(selector);
const shows = (selector: string, text: string): boolean =>
  all(selector).some((element) => element.textContent.includes(text));

/** The youngest message of the thread. */
let last = '';
/** The conversation below the first one. */
let second = '';

const bench = {
  /** The data into the model; nothing is drawn. */
  prepare({ conversations, thread }: { conversations: number; thread: number }): Promise<void> {
    const rows = data.conversationsJson(conversations);
    const lines = data.threadJson(thread);
    last = (JSON.parse(lines) as { id: string }[]).at(-1)?.id ?? '';
    second = (JSON.parse(rows) as Row[])[1]?.id ?? '';
    return subject.prepare(pages(rows, conversations), lines);
  },

  /** The list. */
  mount(): Promise<number> {
    return timed(
      () => subject.mount(document.body),
      () => one('[data-conv-id]'),
      task,
    );
  },

  /** So many messages come in; the last one's conversation is at the top then. */
  push(count: number): Promise<number> {
    const arrivals = data.takeJson(count);
    const last = (JSON.parse(arrivals) as { convId: string; text: string }[]).at(-1);
    return timed(
      () => subject.push(arrivals),
      () => last && shows(`[data-conv-id="${last.convId}"]`, last.text.slice(0, 40)),
      task,
    );
  },

  /** The thread with so many messages, scrolled to its end. */
  openThread(count: number, id = second): Promise<number> {
    return timed(
      () => subject.openThread(id, count),
      () => {
        const [scroller, line] = [one('[data-scroller="thread"]'), one(`[data-msg-id="${last}"]`)];
        return (
          scroller &&
          line &&
          one('textarea') &&
          line.getBoundingClientRect().bottom < scroller.getBoundingClientRect().bottom + 60
        );
      },
    );
  },

  unmount(): Promise<void> {
    subject.unmount();
    return Promise.resolve();
  },

  /** Scrolls a list or a thread by so many pixels, a step each frame: milliseconds of work in each frame. */
  async scroll(which: 'inbox' | 'thread', pixels: number, step: number): Promise<number[]> {
    const scroller = await until(() => one(`[data-scroller="${which}"]`));
    const frames: number[] = [];
    for (let done = 0; done < pixels; done += Math.abs(step)) {
      await new Promise<void>((next) =>
        requestAnimationFrame(() => {
          const since = performance.now();
          scroller.scrollTop += step;
          void task().then(() => {
            frames.push(performance.now() - since);
            next();
          });
        }),
      );
    }
    return frames;
  },

  /** Types letters into the composer, one after the other: milliseconds to the painted letter. */
  async type(count: number): Promise<number[]> {
    const field = await until(() => one('textarea') as HTMLTextAreaElement | null);
    field.focus();
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    const times: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const since = performance.now();
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true, cancelable: true }));
      set?.call(field, `${field.value}a`);
      field.dispatchEvent(new InputEvent('input', { data: 'a', bubbles: true, composed: true }));
      await painted();
      times.push(performance.now() - since);
    }
    return times;
  },

  /** Megabytes of the page, as the browser counts them, and of the subject's module, which it does not. */
  async memory(): Promise<number> {
    const told = await (performance as unknown as Counts).measureUserAgentSpecificMemory();
    return (told.bytes + subject.bytes()) / 1e6;
  },

  /** Elements in the document. */
  nodes: (): number => all('*').length,
};

window.bench = bench;
