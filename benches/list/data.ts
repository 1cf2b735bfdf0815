/**
 * Conversations, a long thread and arrivals that look like an inbox's, by a generator with a fixed seed.
 * Conversations come as Featurebase's API lists them, which both pages read. Whoever loads the page can
 * bring other ones of the same shapes as `window.benchData`.
 */

import { chatMessages, sequence } from '../markdown/corpus.js';

/** Somebody, with what our servers add to the two fields that Featurebase says. */
export interface Person {
  id: string;
  kind: string;
  name: string;
  email: string;
}

/** A conversation as a list of Featurebase's API tells it, as far as the pages look at it. */
export interface Conversation {
  id: string;
  title: string | null;
  state: string;
  priority: boolean;
  adminAssigneeId: string | null;
  /** ISO 8601. */
  createdAt: string;
  lastActivityAt: string;
  tags: { id: string; name: string }[];
  source: { channel: string };
  userPreferredLanguage: string;
  /** What our servers add. */
  inbox: {
    people: Person[];
    preview: { part_id: string; author: Person; text: string; at: number; note: boolean };
    handling: { entry_points: EntryPoint[]; sla: { first_response_at: number } };
    unread: number;
    version: number;
  };
}

/** A way by which messages come in. */
interface EntryPoint {
  id: string;
  channel: string;
  adapter: string;
  created_at: number;
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
  /** Newest first, in pages as a server answers them: each a JSON text. */
  conversationPages(count: number): string[];
  /** Oldest first. */
  threadJson(count: number): string;
  /** The next ones. */
  takeJson(count: number): string;
}

/** Conversations on a page of a list; nobody ever gets a hundred thousand at once. */
const PAGE = 200;

const FIRST = ['Ana', 'Ben', 'Chidi', 'Dana', 'Emre', 'Fatima', 'Goran', 'Hana', 'Ines', 'Jan', 'Kofi', 'Lena', 'نور'];
const LAST = ['Abe', 'Brandt', 'Costa', 'Diallo', 'Eriksen', 'Farouk', 'García', 'Haddad', 'Ito', 'Jansen', 'Kowalski'];
const TAGS = ['billing', 'shipping', 'vip', 'bug', 'refund', 'returns', 'feedback'];
const CHANNELS = ['desktop', 'email', 'ios', 'android'];
const END = 1_790_000_000_000;

/** The team. The first one is who works here. */
export const AGENTS = ['Ada Byron', 'Grace Hopper', 'Alan Kay'].map((name, at) => ({ id: `a${at + 1}`, name }));

/** An id as Featurebase makes them. */
const hex = (from: string, at: number): string => from + at.toString(16).padStart(16, '0');

const tag = (name: string): { type: string; id: string; name: string } => ({
  type: 'tag',
  id: hex('67900d44', TAGS.indexOf(name)),
  name,
});

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
  const maybe = <T>(chance: number, value: () => T): T | null => (next() < chance ? value() : null);
  /** All that the server of this repository says of one, save ratings, a profile and a reply window. */
  const conversation = (at: number) => {
    const id = (1_000 + at).toString();
    const name = `${pick(FIRST)} ${pick(LAST)}`;
    const customer = { id: hex('67900b22', at), kind: 'customer', name, email: `customer-${at}@post.example` };
    const [began, spoke] = [END - at * 61_000 - 3_600_000, END - at * 61_000];
    const [createdAt, lastActivityAt] = [new Date(began).toISOString(), new Date(spoke).toISOString()];
    const assignee = maybe(0.5, () => AGENTS[Math.floor(next() * AGENTS.length)]?.id ?? null);
    const [first, newest] = [text(at * 3 + 1), text(at)];
    const unread = maybe(0.2, () => 1 + Math.floor(next() * 5)) ?? 0;
    const lastReadPartId = `p${at}`;
    return {
      object: 'conversation',
      id,
      title: maybe(0.6, () => first.replaceAll(/\s+/g, ' ').slice(0, 40)),
      state: 'open',
      priority: next() < 0.1,
      prioritySetAt: null,
      adminAssigneeId: assignee,
      teamAssigneeId: maybe(0.7, () => hex('67900c33', at % 3)),
      brandId: null,
      createdAt,
      updatedAt: lastActivityAt,
      lastActivityAt,
      waitingSince: unread > 0 ? lastActivityAt : null,
      awaitingCustomerReply: unread === 0,
      snoozedUntil: null,
      isBlocked: false,
      hasAdminOverriddenLanguage: false,
      userPreferredLanguage: 'en',
      botConversationStateLastUpdatedAt: null,
      participants: [{ type: 'customer', id: customer.id }],
      readReceipts: [
        { userType: 'customer', id: customer.id, lastReadPartId },
        ...(assignee === null ? [] : [{ userType: 'admin', id: assignee, lastReadPartId }]),
      ],
      source: {
        channel: pick(CHANNELS),
        deliveredAs: 'customer_initiated',
        author: { type: 'customer', id: customer.id },
        bodyMarkdown: first,
        bodyHtml: `<p>${first}</p>`,
        url: 'https://shop.example/account/orders',
      },
      tags: next() < 0.4 ? [tag(pick(TAGS))] : [],
      inbox: {
        people: [customer],
        source: { author: customer },
        preview: {
          part_id: `p${at}`,
          author: customer,
          text: newest.replaceAll(/\s+/g, ' ').slice(0, 120),
          at: spoke,
          note: false,
        },
        handling: {
          entry_points: [
            {
              id: `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`,
              adapter: 'support-chat',
              channel: 'chat',
              is_origin: true,
              created_at: began,
              updated_at: spoke,
            },
          ],
          last_inbound_at: spoke,
          sla: { first_response_at: began + 60_000, first_response_due_at: null, next_response_due_at: null },
        },
        unread,
        version: 1,
      },
    };
  };
  return {
    conversationPages(count) {
      total = count;
      return Array.from({ length: Math.ceil(count / PAGE) }, (_, page) => {
        const here = Math.min(PAGE, count - page * PAGE);
        const rows: Conversation[] = Array.from({ length: here }, (_, at) => conversation(page * PAGE + at));
        return JSON.stringify({ object: 'list', data: rows, nextCursor: null });
      });
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
          convId: `${1_000 + Math.floor(next() * total)}`,
          text: plain[(arrived * 7) % plain.length] ?? '',
          ts: END + arrived * 1_000,
        };
      });
      return JSON.stringify(arrivals);
    },
  };
}
