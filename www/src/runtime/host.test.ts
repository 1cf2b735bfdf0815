// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';

import type { Failure, Owner, Phase, WidgetChunk, WidgetConfig, WidgetEmit } from '../internal.js';
import { InboxError } from './errors.js';
import { WidgetHost } from './host.js';

/** A widget that writes down what is asked of it. */
function fakeChunk() {
  const calls: unknown[][] = [];
  const emits: WidgetEmit[] = [];
  let handles = 0;
  const chunk: WidgetChunk = {
    init: async () => undefined,
    reset: () => calls.push(['reset']),
    styles: '',
    mount: (_root, config, emit) => {
      handles += 1;
      emits.push(emit);
      calls.push(['mount', config.endpoint]);
      return handles;
    },
    update: (handle, patch) => calls.push(['update', handle, patch]),
    command: (handle, name, argument) => calls.push(['command', handle, name, argument]),
    unmount: (handle) => calls.push(['unmount', handle]),
  };
  return { chunk, calls, emits };
}

/** An element, as far as its widget is concerned. */
function fakeOwner(chunk: WidgetChunk, config: Partial<WidgetConfig> = {}) {
  const phases: Phase[] = [];
  const heard: unknown[][] = [];
  const failures: Failure[] = [];
  const root = { replaceChildren: vi.fn() };
  const owner: Owner = {
    source: {
      parts: () => ({ chunk: Promise.resolve(chunk), module: Promise.resolve(wasm()) }),
      wasm: () => new URL('https://example.com/messenger_bg.wasm'),
      retryable: (load) => load,
    },
    mountPoint: root as unknown as HTMLElement,
    adopt: () => undefined,
    heard: (name, detail) => heard.push([name, detail]),
    entered: (phase) => phases.push(phase),
    failed: (failure) => failures.push(failure),
  };
  const current = (): WidgetConfig => ({ endpoint: 'https://example.com/', token: '', ...config }) as WidgetConfig;
  const host = new WidgetHost(owner, current, ({ code, message }) => ({ code, message, lines: [], retry: '' }));
  return { host, owner, phases, heard, failures, root, config };
}

const wasm = (): Response => new Response('', { headers: { 'content-type': 'application/wasm' } });

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

test('nothing is mounted before it is wanted, nor outside the document', async () => {
  const { chunk, calls } = fakeChunk();
  const { host } = fakeOwner(chunk);
  host.begin();
  await Promise.resolve();
  expect(calls).toEqual([]);

  const elsewhere = fakeOwner(chunk);
  const ready = elsewhere.host.ready();
  expect(elsewhere.phases).toEqual([]);
  elsewhere.host.begin();
  await ready;
  expect(calls).toEqual([['mount', 'https://example.com/']]);
});

test('commands wait for the widget and keep their order', async () => {
  const { chunk, calls } = fakeChunk();
  const { host } = fakeOwner(chunk);
  host.begin();
  await Promise.all([host.command('showConversation', { id: '7' }), host.command('hide', {})]);
  expect(calls.slice(1)).toEqual([
    ['command', 1, 'showConversation', { id: '7' }],
    ['command', 1, 'hide', {}],
  ]);
});

test('changes of one turn are one update, of no more than what changed', async () => {
  const { chunk, calls } = fakeChunk();
  const { host, config } = fakeOwner(chunk);
  host.begin();
  await host.ready();
  Object.assign(config, { token: 'a', lang: 'de' });
  host.changed('token');
  host.changed('lang');
  host.changed('token');
  await Promise.resolve();
  expect(calls.slice(1)).toEqual([['update', 1, { token: 'a', lang: 'de' }]]);
});

test('another server is another widget', async () => {
  const { chunk, calls } = fakeChunk();
  const { host, config } = fakeOwner(chunk);
  host.begin();
  await host.ready();
  Object.assign(config, { endpoint: 'https://other.example/' });
  host.changed('endpoint');
  host.changed('token');
  await host.ready();
  await Promise.resolve();
  expect(calls.slice(1)).toEqual([
    ['unmount', 1],
    ['mount', 'https://other.example/'],
  ]);
});

test('who leaves while the files are on their way gets no widget, and who comes back gets one', async () => {
  const { chunk, calls } = fakeChunk();
  const { host } = fakeOwner(chunk);
  host.begin();
  const ready = host.ready();
  host.end();
  host.begin();
  host.end();
  await new Promise((resolve) => setTimeout(resolve));
  expect(calls).toEqual([]);
  host.begin();
  await ready;
  expect(calls).toEqual([['mount', 'https://example.com/']]);
});

test('what the widget says reaches the element after the widget is done, and not once it is gone', async () => {
  const { chunk, emits } = fakeChunk();
  const { host, heard } = fakeOwner(chunk);
  host.begin();
  await host.ready();
  emits[0]?.('unread', { count: 2 });
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([['unread', { count: 2 }]]);
  emits[0]?.('unread', { count: 3 });
  host.end();
  await Promise.resolve();
  expect(heard).toHaveLength(1);
});

test('a refused configuration is told, and can be mended', async () => {
  const { chunk } = fakeChunk();
  const mount = vi.spyOn(chunk, 'mount').mockImplementationOnce(() => {
    throw new Error('invalid configuration: unknown `dialect`');
  });
  const { host, phases, failures, root } = fakeOwner(chunk);
  host.begin();
  await expect(host.ready()).rejects.toMatchObject({ name: 'InboxError', code: 'config' });
  expect(phases.at(-1)).toBe('failed');
  expect(failures.map(({ code }) => code)).toEqual(['config']);
  expect(root.replaceChildren).toHaveBeenCalled();
  await host.ready();
  expect(mount).toHaveBeenCalledTimes(2);
});

test('a panic ends every widget of the module, which starts afresh once', async () => {
  const { chunk, calls } = fakeChunk();
  const [one, two] = [fakeOwner(chunk), fakeOwner(chunk)];
  one.host.begin();
  two.host.begin();
  await Promise.all([one.host.ready(), two.host.ready()]);
  vi.spyOn(chunk, 'command').mockImplementationOnce(() => {
    throw new WebAssembly.RuntimeError('unreachable');
  });
  await one.host.command('show', {});
  expect([one, two].map(({ phases }) => phases.at(-1))).toEqual(['failed', 'failed']);
  expect([one, two].flatMap(({ failures }) => failures.map(({ code }) => code))).toEqual(['panic', 'panic']);
  expect(calls.filter(([name]) => name === 'reset' || name === 'unmount')).toEqual([['reset']]);
  await two.host.ready();
  expect(two.phases.at(-1)).toBe('alive');
});

test('a failure to load is told once and tried again', async () => {
  const { chunk } = fakeChunk();
  const { host, owner, failures } = fakeOwner(chunk);
  const parts = vi.spyOn(owner.source, 'parts').mockReturnValueOnce({
    chunk: Promise.resolve(chunk),
    module: Promise.resolve(new Response('', { status: 404 })),
  });
  host.begin();
  const failure = await host.ready().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InboxError);
  expect(failures).toMatchObject([{ code: 'not_found' }]);
  await host.ready();
  expect(parts).toHaveBeenCalledTimes(2);
});
