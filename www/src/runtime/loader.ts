/**
 * Starts the WebAssembly module of a widget, once per page, and says precisely what is in the way
 * when that fails. Knows nothing of elements.
 */

import type { WidgetChunk, WidgetParts, WidgetSource } from '../internal.js';
import { classify, InboxError } from './errors.js';

/** What every module begins with, and the smallest module that is valid. */
const MAGIC = [0, 0x61, 0x73, 0x6d];
const SMALLEST = new Uint8Array([...MAGIC, 1, 0, 0, 0]);

/** Styles of what chunks begin without, as far as they are here. */
const late = new WeakMap<WidgetChunk, string>();
let tell: (chunk: WidgetChunk, styles: string) => void = () => undefined;

const started = new Map<WidgetSource, Promise<WidgetChunk>>();

/** The started widget of `source`. A failure is not remembered: the next call tries again. */
export function load(source: WidgetSource): Promise<WidgetChunk> {
  let widget = started.get(source);
  if (!widget) {
    widget = start(source);
    started.set(source, widget);
    widget.catch(() => started.delete(source));
  }
  return widget;
}

/** Styles of what a started widget begins without, if they are here. */
export function later(chunk: WidgetChunk): string {
  return late.get(chunk) ?? '';
}

/** Has `act` told of them as they come. Not a promise: what waits for one that never comes is kept for ever. */
export function whenLater(act: typeof tell): void {
  tell = act;
}

async function start(source: WidgetSource): Promise<WidgetChunk> {
  const parts = source.parts();
  if (typeof WebAssembly !== 'object') throw new InboxError('unsupported', 'WebAssembly is missing');
  try {
    // Asked outright, because some browsers say nothing when the policy stops the real module.
    new WebAssembly.Module(SMALLEST);
  } catch (cause) {
    throw new InboxError('csp', "script-src lacks 'wasm-unsafe-eval'", cause);
  }
  try {
    return await assemble(parts, source);
  } catch (cause) {
    const error = classify(cause);
    const blocked = error.code === 'network' && (await directiveAgainst(source.wasm()));
    throw blocked ? new InboxError('csp', `${blocked} forbids ${source.wasm().href}`, cause) : error;
  }
}

async function assemble({ chunk, module }: WidgetParts, source: WidgetSource): Promise<WidgetChunk> {
  // If both are missing, the module says more: a status, where the chunk has only failed.
  const input = await readable(await module);
  const widget = await chunk;
  const address = source.wasm().href.replace('_bg.', '_more.');
  const rest = source.retryable(async () => widget.rest?.());
  const adopt = async (): Promise<void> => {
    const { styles } = (await rest()) ?? { styles: '' };
    late.set(widget, styles);
    tell(widget, styles);
  };
  // Styles are there before whatever they are for.
  const more = async (): Promise<Response | ArrayBuffer> => {
    const [input] = await Promise.all([fetch(address).then(readable), adopt()]);
    return input;
  };
  if (!__SPLIT__) await adopt();
  await widget.init({ module_or_path: input, more });
  return widget;
}

/** The module as it streams in, or whole where the server mislabels it. */
async function readable(response: Response): Promise<Response | ArrayBuffer> {
  const { ok, status, url } = response;
  if (!ok) throw new InboxError(status === 404 || status === 410 ? 'not_found' : 'network', `${status} for ${url}`);
  const type = response.headers.get('content-type') ?? 'no type';
  if (type === 'application/wasm') return response;
  const bytes = await response.arrayBuffer();
  const head = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength));
  if (MAGIC.some((byte, at) => head[at] !== byte)) {
    throw new InboxError('mime', `${type} instead of WebAssembly from ${url}`);
  }
  console.warn(`[inbox] ${url} is served as ${type}; as application/wasm it starts sooner`);
  return bytes;
}

/** The directive of the page's policy that forbids to fetch `address`, if that is what failed. */
async function directiveAgainst(address: URL): Promise<string | undefined> {
  let directive: string | undefined;
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    if (event.blockedURI === address.href) directive = event.effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  await fetch(address, { method: 'HEAD' }).catch(() => undefined);
  // The violation is told by a task of its own, after the fetch has failed.
  await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', onViolation);
  return directive;
}
