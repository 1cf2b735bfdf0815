/** Rows as a server tells them: pages of the list of Featurebase's API, which both pages read. */

import { chatMessages } from '../markdown/corpus.js';
import type { Row } from './data.js';

/** Somebody, with what our servers add to the two fields that Featurebase says. */
export interface Person {
  id: string;
  kind: string;
  name: string;
  email: string;
}

/** A way by which messages come in. */
interface EntryPoint {
  id: string;
  channel: string;
  adapter: string;
  created_at: number;
}

/** A conversation, as far as the pages look at it. */
export interface Conversation {
  id: string;
  title: string | null;
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

/** The team. The first one is who works here. */
export const AGENTS = ['Ada Byron', 'Grace Hopper', 'Alan Kay'].map((name, at) => ({ id: `a${at + 1}`, name }));

/** Conversations on a page; nobody ever gets a hundred thousand at once. */
const PAGE = 200;

/** Featurebase's words for a row's channel. */
const CHANNELS: Record<string, string> = { chat: 'desktop', email: 'email', sms: 'ios', whatsapp: 'android' };

const HOUR = 3_600_000;
const first = chatMessages(500);

/** An id as Featurebase makes them. */
const hex = (from: string, at: number): string => from + at.toString(16).padStart(16, '0');

/** The pages of a list of so many rows. `rows`: JSON, newest first. */
export function pages(rows: string, count: number): string[] {
  const all = (JSON.parse(rows) as Row[]).slice(0, count);
  const told: Conversation[] = all.map(conversation);
  return Array.from({ length: Math.ceil(told.length / PAGE) }, (_, page) =>
    JSON.stringify({ object: 'list', data: told.slice(page * PAGE, (page + 1) * PAGE), nextCursor: null }),
  );
}

/** All that the server of this repository says of one, save ratings, a profile and a reply window. */
function conversation(row: Row, at: number) {
  const customer = { id: hex('67900b22', at), kind: 'customer', name: row.name, email: `customer-${at}@post.example` };
  const began = row.ts - HOUR;
  const [createdAt, lastActivityAt] = [new Date(began).toISOString(), new Date(row.ts).toISOString()];
  const opening = first[(at * 3 + 1) % first.length] ?? '';
  const lastReadPartId = `p${at}`;
  const isOneOf = (these: number, of: number): boolean => (at * 7) % of < these;
  return {
    object: 'conversation',
    id: row.id,
    title: isOneOf(3, 5) ? opening.replaceAll(/\s+/g, ' ').slice(0, 40) : null,
    state: 'open',
    priority: isOneOf(1, 10),
    prioritySetAt: null,
    adminAssigneeId: row.assignee,
    teamAssigneeId: isOneOf(2, 3) ? hex('67900c33', at % 3) : null,
    brandId: null,
    createdAt,
    updatedAt: lastActivityAt,
    lastActivityAt,
    waitingSince: row.unread > 0 ? lastActivityAt : null,
    awaitingCustomerReply: row.unread === 0,
    snoozedUntil: null,
    isBlocked: false,
    hasAdminOverriddenLanguage: false,
    userPreferredLanguage: 'en',
    botConversationStateLastUpdatedAt: null,
    participants: [{ type: 'customer', id: customer.id }],
    readReceipts: [
      { userType: 'customer', id: customer.id, lastReadPartId },
      ...(row.assignee === null ? [] : [{ userType: 'admin', id: row.assignee, lastReadPartId }]),
    ],
    source: {
      channel: CHANNELS[row.channel] ?? 'desktop',
      deliveredAs: 'customer_initiated',
      author: { type: 'customer', id: customer.id },
      bodyMarkdown: opening,
      bodyHtml: `<p>${opening}</p>`,
      url: 'https://shop.example/account/orders',
    },
    tags: row.tags.map((name) => ({ type: 'tag', id: hex('67900d44', name.length), name })),
    inbox: {
      people: [customer],
      source: { author: customer },
      preview: { part_id: lastReadPartId, author: customer, text: row.preview, at: row.ts, note: false },
      handling: {
        entry_points: [
          {
            id: `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`,
            adapter: 'support-chat',
            channel: 'chat',
            is_origin: true,
            created_at: began,
            updated_at: row.ts,
          },
        ],
        last_inbound_at: row.ts,
        sla: { first_response_at: began + HOUR / 60, first_response_due_at: null, next_response_due_at: null },
      },
      unread: row.unread,
      version: 1,
    },
  };
}
