/** Texts into the module and out of it: through two buffers that stay, see `crates/model-js/src/text.rs`. */

import * as wasm from '#glue/model/model.js';
import { generation, guarded, revive, view } from './module.js';
import { build } from './nodes.js';
import type { ChatOptions } from './types.js';
import { isWords, paragraph } from './words.js';

/** How a text is read; see {@link renderMarkdown}. */
export type MarkdownProfile = 'chat' | 'commonmark' | 'gfm';

/** Options of {@link renderMarkdown}. */
export interface MarkdownOptions extends ChatOptions {
  /**
   * `chat` (the default) is GFM as people write in a chat: line breaks are kept, there are mentions
   * and emoji shortcodes, links lead to `http`, `https`, `mailto` and `tel` alone, and images of other
   * servers are links to them. `commonmark` and `gfm` print what those specifications say, but for
   * raw HTML, which is shown as text, and addresses that a browser would run, which are left out.
   */
  profile?: MarkdownProfile;
}

const PROFILES: MarkdownProfile[] = ['chat', 'commonmark', 'gfm'];
const CHAT = 0;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** As many characters as the module can count. */
const MOST = 0xffff_ffff;

/** Texts up to this length, in UTF-16 units, are encoded by hand: calling the encoder takes as long. */
const SHORT = 150;

/** Answers up to this length, in bytes, are read through views that are kept. */
const KEPT = 1024;

/** The room for what goes in, in bytes, where it is, and in which life of the module. */
let room = 0;
let input = 0;
let of = 0;
let target: Uint8Array | undefined;

/** Puts a text into the room and returns its length in bytes. */
function put(text: string): number {
  // No UTF-16 unit becomes more than three bytes.
  const most = text.length * 3;
  if (room < most || of !== generation()) {
    of = generation();
    input = wasm.reserve(most);
    room = most;
    target = undefined;
  }
  // Kept, because making a view takes longer than filling it. When the memory grows it is empty.
  if (target === undefined || target.length === 0) target = view().subarray(input, input + room);
  if (text.length > SHORT) return encoder.encodeInto(text, target).written;
  return encode(text, target);
}

/** Writes a text as UTF-8, and returns its length in bytes: the same as `encodeInto`, for short texts. */
function encode(text: string, into: Uint8Array): number {
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      into[end++] = code;
      continue;
    }
    if (code < 0x800) {
      into[end++] = 0xc0 | (code >> 6);
    } else {
      if ((code & 0xf800) === 0xd800) {
        const whole = text.codePointAt(at) ?? 0;
        code = whole > 0xffff ? whole : REPLACEMENT;
      }
      if (code > 0xffff) {
        at += 1;
        into[end++] = 0xf0 | (code >> 18);
        into[end++] = 0x80 | ((code >> 12) & 0x3f);
      } else {
        into[end++] = 0xe0 | (code >> 12);
      }
      into[end++] = 0x80 | ((code >> 6) & 0x3f);
    }
    into[end++] = 0x80 | (code & 0x3f);
  }
  return end;
}

/** Stands for half of a pair of surrogates. */
const REPLACEMENT = 0xfffd;

/** Views of the room for answers, by their length: making one takes a fifth of the time of reading it. */
let views: (Uint8Array | undefined)[] = [];
let viewed: Uint8Array | undefined;
let viewedAt = 0;

/** The module's answer of so many bytes. */
function get(length: number): string {
  const start = wasm.output();
  const bytes = view();
  if (length > KEPT) return decoder.decode(bytes.subarray(start, start + length));
  if (viewed !== bytes || viewedAt !== start) {
    views = [];
    viewed = bytes;
    viewedAt = start;
  }
  return decoder.decode((views[length] ??= bytes.subarray(start, start + length)));
}

/** Whatever is given, as a text. */
function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  if (given === undefined || given === null) return '';
  try {
    return String(given);
  } catch {
    return '';
  }
}

/** The number that the module knows a profile by; what is none is a chat. */
const profileOf = (options?: MarkdownOptions): number =>
  options ? Math.max(CHAT, PROFILES.indexOf(options.profile ?? 'chat')) : 0;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Safe HTML of a markdown text: everything in it is escaped, and there are no scripts, no styles and
 * no addresses that would run anything. Never throws, whatever is given.
 */
export function renderMarkdown(md: string, options?: MarkdownOptions): string {
  const text = textOf(md);
  if (isWords(text)) return paragraph(text, profileOf(options) === CHAT);
  // Not by way of `guarded`, whose functions would take a tenth of the time of a short message.
  try {
    const profile = profileOf(options);
    const length = put(text);
    const asUsual = profile !== CHAT || !(options?.mentions || options?.images);
    return get(asUsual ? wasm.render(length, profile) : wasm.renderChat(length, options));
  } catch {
    revive();
    return `<p>${text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? '')}</p>\n`;
  }
}

/**
 * Puts the nodes of a markdown text into an element, in place of what is in it: the same as
 * {@link renderMarkdown}, without a string ever becoming HTML, so that pages with Trusted Types take it.
 */
export function renderMarkdownTo(element: Element, md: string, options?: MarkdownOptions): void {
  element.replaceChildren(build(renderMarkdown(md, options), element.ownerDocument));
}

/**
 * The text on one line and without markup, for lists and notifications: at most `maxCharacters`
 * (120 unless told otherwise), and `…` where there was more. Never throws.
 */
export function previewText(md: string, maxCharacters = 120): string {
  const text = textOf(md);
  const most = typeof maxCharacters === 'number' ? Math.min(Math.max(0, Math.trunc(maxCharacters) || 0), MOST) : 120;
  return guarded(
    () => get(wasm.preview(put(text), most)),
    () => text.replace(/\s+/g, ' ').slice(0, most),
  );
}

/**
 * The source of a message with its emoji shortcodes (`:tada:`) replaced by the emoji, outside of code
 * and addresses: what a composer sends, so that every reader sees them. Never throws.
 */
export function expandShortcodes(md: string): string {
  const text = textOf(md);
  return guarded(
    () => get(wasm.expandShortcodes(put(text))),
    () => text,
  );
}
