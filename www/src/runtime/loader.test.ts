// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';

import type { WidgetChunk, WidgetSource } from '../internal.js';
import { later, load } from './loader.js';

const MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

function chunkThat(init: WidgetChunk['init'] = async () => undefined): WidgetChunk {
  return { init } as WidgetChunk;
}

function sourceOf(module: Promise<Response>, chunk: Promise<WidgetChunk> = Promise.resolve(chunkThat())): WidgetSource {
  for (const part of [module, chunk]) part.catch(() => undefined);
  return {
    parts: () => ({ chunk, module }),
    wasm: () => new URL('https://example.com/a_bg.wasm'),
    retryable: (load) => load,
  };
}

const answer = (type: string, body: BodyInit = MODULE, status = 200): Promise<Response> =>
  Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});

test('a module of the right type is started while it streams', async () => {
  const init = vi.fn(async () => undefined);
  const module = answer('application/wasm');
  await load(sourceOf(module, Promise.resolve(chunkThat(init))));
  expect(init).toHaveBeenCalledWith(expect.objectContaining({ module_or_path: await module }));
  expect(console.warn).not.toHaveBeenCalled();
});

test('a mislabelled module works, and the console says what to do', async () => {
  const init = vi.fn(async () => undefined);
  await load(sourceOf(answer('application/octet-stream'), Promise.resolve(chunkThat(init))));
  expect(init).toHaveBeenCalledWith(expect.objectContaining({ module_or_path: MODULE.buffer }));
  expect(console.warn).toHaveBeenCalledOnce();
});

test('what a module begins without lies beside it, and is asked for when it is wanted', async () => {
  const init = vi.fn<WidgetChunk['init']>(async () => undefined);
  const rest = vi.fn(async () => ({ styles: '.bubble {}' }));
  const chunk: WidgetChunk = { ...chunkThat(init), rest };
  await load(sourceOf(answer('application/wasm'), Promise.resolve(chunk)));
  expect(rest).not.toHaveBeenCalled();
  const asked = vi.fn(() => answer('application/wasm'));
  vi.stubGlobal('fetch', asked);
  expect(asked).not.toHaveBeenCalled();
  await expect(init.mock.lastCall?.[0].more()).resolves.toBeInstanceOf(Response);
  expect(asked).toHaveBeenCalledExactlyOnceWith('https://example.com/a_more.wasm');
  expect(later(chunk)).toBe('.bubble {}');
  asked.mockReturnValue(answer('text/html', 'gone', 404));
  await expect(init.mock.lastCall?.[0].more()).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  ['a page instead of the module', () => answer('text/html', '<!doctype html>'), 'mime'],
  ['an empty file', () => answer('text/plain', ''), 'mime'],
  ['a missing module', () => answer('text/html', 'gone', 404), 'not_found'],
  ['a server in trouble', () => answer('text/html', 'later', 503), 'network'],
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
])('%s', async (_name, module, code) => {
  await expect(load(sourceOf(module()))).rejects.toMatchObject({ code });
});

test.each([
  ['glue of another release', new WebAssembly.LinkError('import object field'), 'version_mismatch'],
  [
    'no glue at all',
    new TypeError('WebAssembly.instantiate(): Import #0 "wbg": module is not an object'),
    'version_mismatch',
  ],
  ['an instruction that the browser lacks', new WebAssembly.CompileError('invalid opcode'), 'unsupported'],
  ['a panic at the start', new WebAssembly.RuntimeError('unreachable'), 'panic'],
  ['a stream that breaks off', new TypeError('network error'), 'network'],
])('%s', async (_name, thrown, code) => {
  const chunk = chunkThat(() => Promise.reject(thrown));
  await expect(load(sourceOf(answer('application/wasm'), Promise.resolve(chunk)))).rejects.toMatchObject({
    code,
    cause: thrown,
  });
});

test('a policy against WebAssembly is found out before anything is compiled', async () => {
  const forbidden = vi.spyOn(WebAssembly, 'Module').mockImplementation(() => {
    throw new WebAssembly.CompileError('violates the following Content Security Policy directive');
  });
  await expect(load(sourceOf(answer('application/wasm')))).rejects.toMatchObject({ code: 'csp' });
  forbidden.mockRestore();
});

test('a browser without WebAssembly is told from a failure', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  await expect(load(sourceOf(answer('application/wasm')))).rejects.toMatchObject({ code: 'unsupported' });
  vi.unstubAllGlobals();
});

test('one start serves everybody, and a failure is not kept', async () => {
  const init = vi.fn(async () => undefined);
  init.mockRejectedValueOnce(new TypeError('network error'));
  const source: WidgetSource = {
    parts: () => ({ chunk: Promise.resolve(chunkThat(init)), module: answer('application/wasm') }),
    wasm: () => new URL('https://example.com/a_bg.wasm'),
    retryable: (load) => load,
  };
  const [first, second] = await Promise.allSettled([load(source), load(source)]);
  expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
  expect(await load(source)).toBe(await load(source));
  expect(init).toHaveBeenCalledTimes(2);
});
