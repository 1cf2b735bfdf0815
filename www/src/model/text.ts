/** Texts into the module and out of it: through two buffers that stay, see `crates/model-js/src/text.rs`. */

import { output, preview, render, reserve } from '#glue/model/model.js';
import { guarded, onRestart, view } from './module.js';

/** How a text is read; see {@link renderMarkdown}. */
export type MarkdownProfile = 'chat' | 'commonmark' | 'gfm';

/** Options of {@link renderMarkdown}. */
export interface MarkdownOptions {
  /**
   * `chat` (the default) is GFM as people write in a chat: line breaks are kept, there are mentions
   * and emoji shortcodes. `commonmark` and `gfm` are what those specifications say. In all of them
   * raw HTML is shown as text, and links and images lead to safe addresses alone.
   */
  profile?: MarkdownProfile;
}

const PROFILES: MarkdownProfile[] = ['chat', 'commonmark', 'gfm'];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The room for what goes in, in bytes, and where it is. */
let room = 0;
let input = 0;
onRestart(() => (room = 0));

/** Puts a text into the room and returns its length in bytes. */
function put(text: string): number {
  // No UTF-16 unit becomes more than three bytes.
  const most = text.length * 3;
  if (room < most) {
    input = reserve(most);
    room = most;
  }
  return encoder.encodeInto(text, view().subarray(input, input + room)).written;
}

/** The module's answer of so many bytes. */
function get(length: number): string {
  const start = output();
  return decoder.decode(view().subarray(start, start + length));
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

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Safe HTML of a markdown text: everything in it is escaped, there are no scripts, no styles and no
 * addresses but `http`, `https`, `mailto` and `tel`. Never throws, whatever is given.
 */
export function renderMarkdown(md: string, options?: MarkdownOptions): string {
  const text = textOf(md);
  const profile = Math.max(0, PROFILES.indexOf(options?.profile ?? 'chat'));
  return guarded(
    () => get(render(put(text), profile)),
    () => `<p>${text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? '')}</p>\n`,
  );
}

/**
 * The text on one line and without markup, for lists and notifications: at most `maxCharacters`
 * (120 unless told otherwise), and `…` where there was more. Never throws.
 */
export function previewText(md: string, maxCharacters = 120): string {
  const text = textOf(md);
  const most = Math.min(Math.max(0, Math.trunc(Number(maxCharacters)) || 0), 0xffff_ffff);
  return guarded(
    () => get(preview(put(text), most)),
    () => text.replace(/\s+/g, ' ').slice(0, most),
  );
}
