/**
 * Conversations, a long thread and arrivals that look like an inbox's, by a generator with a fixed seed.
 * Whoever loads the page can bring other ones of the same shapes as `window.benchData`.
 */

import { chatMessages, sequence } from '../markdown/corpus.js';

/** A row of the list. */
export interface Row {
  id: string;
  name: string;
  initials: string;
  /** Of the avatar, in degrees. */
  hue: number;
  preview: string;
  /** Milliseconds since 1970. */
  ts: number;
  unread: number;
  channel: string;
  /** The id of an agent, or none. */
  assignee: string | null;
  tags: string[];
}

/** A message of the thread. */
export interface Line {
  id: string;
  author: string;
  mine: boolean;
  ts: number;
  /** Markdown. */
  text: string;
}

/** A message that comes in and moves its conversation to the top. */
export interface Arrival {
  convId: string;
  text: string;
  ts: number;
}

/** Where the data come from. */
export interface Source {
  /** Newest first. */
  conversationsJson(count: number): string;
  /** Oldest first. */
  threadJson(count: number): string;
  /** The next ones. */
  takeJson(count: number): string;
}

const FIRST = ['Ana', 'Ben', 'Chidi', 'Dana', 'Emre', 'Fatima', 'Goran', 'Hana', 'Ines', 'Jan', 'Kofi', 'Lena', 'نور'];
const LAST = ['Abe', 'Brandt', 'Costa', 'Diallo', 'Eriksen', 'Farouk', 'García', 'Haddad', 'Ito', 'Jansen', 'Kowalski'];
const TAGS = ['billing', 'shipping', 'vip', 'bug', 'refund', 'returns', 'feedback'];
const CHANNELS = ['chat', 'email', 'sms', 'whatsapp'];
const END = 1_790_000_000_000;

/** See the top of this file. */
export function generator(): Source {
  const texts = chatMessages(500);
  // Without markup, so that a row shows an arrival's words as they are.
  const plain = texts.filter((text) => /^[\w ,.'!?&%()-]+$/.test(text));
  const text = (at: number): string => texts[at % texts.length] ?? '';
  const next = sequence(23);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  let total = 0;
  let arrived = 0;
  return {
    conversationsJson(count) {
      total = count;
      const rows = Array.from({ length: count }, (_, at): Row => {
        const [first, last] = [pick(FIRST), pick(LAST)];
        return {
          id: `c${at}`,
          name: `${first} ${last}`,
          initials: (first[0] ?? '') + (last[0] ?? ''),
          hue: Math.floor(next() * 360),
          preview: text(at).replaceAll(/\s+/g, ' ').slice(0, 120),
          ts: END - at * 61_000,
          unread: next() < 0.2 ? 1 + Math.floor(next() * 5) : 0,
          channel: pick(CHANNELS),
          assignee: next() < 0.5 ? `a${1 + Math.floor(next() * 3)}` : null,
          tags: next() < 0.4 ? [pick(TAGS)] : [],
        };
      });
      return JSON.stringify(rows);
    },
    threadJson(count) {
      const lines = Array.from({ length: count }, (_, at): Line => {
        const mine = next() < 0.5;
        return {
          id: `m${at}`,
          author: mine ? 'Ada Byron' : 'Nour Haddad',
          mine,
          ts: END - (count - at) * 47_000,
          text: text(at),
        };
      });
      return JSON.stringify(lines);
    },
    takeJson(count) {
      const arrivals = Array.from({ length: count }, (): Arrival => {
        arrived += 1;
        return {
          convId: `c${Math.floor(next() * total)}`,
          text: plain[(arrived * 7) % plain.length] ?? '',
          ts: END + arrived * 1_000,
        };
      });
      return JSON.stringify(arrivals);
    },
  };
}
