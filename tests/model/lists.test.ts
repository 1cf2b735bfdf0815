/** Views, their order, and search, as JavaScript has them. */

import { expect, test } from 'vitest';

import type { Conversation, Filter } from '../../www/src/model/index.js';
import { model } from './model.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');

const LATE: Conversation = {
  id: 'late',
  title: 'Reçu no 4711',
  participants: [{ name: 'Ödön Ångström', email: 'odon@example.com' }],
  tags: [{ id: 't1', name: 'Billing' }],
  channel: 'email',
  unread: 2,
  nextResponseDueAt: NOW - 1,
  lastActivityAt: NOW - 60_000,
};
const CALM: Conversation = { id: 'calm', title: 'Where is my parcel?', assignee: 'ada', lastActivityAt: NOW };

function good<T>(answer: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

test('a filter shows what meets all of it', () => {
  const check = (filter: Filter, late: boolean, calm: boolean): void => {
    const asker = { me: 'ada', now: NOW };
    const shown = [LATE, CALM].map((one) => good(model.matchesView(filter, one, asker)));
    expect(shown, JSON.stringify(filter)).toEqual([late, calm]);
  };
  check({}, true, true);
  check({ overdue: true }, true, false);
  check({ scope: 'mine' }, false, true);
  check({ assigned_to: null, unread: true }, true, false);
  check({ any: [{ channel: ['email'] }, { text: 'PARCEL' }] }, true, true);
  check({ not: { tags_any: ['t1'] } }, false, true);
  check({ from_the_future: { x: 1 } }, true, true);
});

test('a filter that says nothing cannot be saved', () => {
  expect(model.validateView({ unread: true })).toEqual({ ok: true, value: null });
  const { problems } = model.validateView({ any: [], state: [] }) as { problems: { field: string; code: string }[] };
  expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(['any filter_empty', 'state filter_empty']);
});

test('an order, in which what has no key comes last', () => {
  const ids = (...given: Parameters<typeof model.sortConversations>): string[] =>
    good(model.sortConversations(...given)).map(({ id }) => id);
  expect(ids([LATE, CALM])).toEqual(['calm', 'late']);
  expect(ids([LATE, CALM], { descending: false })).toEqual(['late', 'calm']);
  expect(ids([CALM, LATE], { by: 'sla_due' })).toEqual(['late', 'calm']);
  expect(good(model.sortConversations([LATE]))[0]).toBe(LATE);
});

test('search forgives case, accents and one slip, and says what to highlight', () => {
  const [hit] = good(model.searchConversations([LATE, CALM], 'recu 47'));
  expect(hit).toMatchObject({ id: 'late', meeting: 'prefix' });
  const { field, text, spans } = hit!.found[0]!;
  expect([field, spans.map(({ start, end }) => text.slice(start, end))]).toEqual(['title', ['Reçu', '47']]);
  expect(good(model.searchConversations([LATE, CALM], 'angstrom'))[0]!.id).toBe('late');
  expect(good(model.searchConversations([LATE, CALM], 'pracel'))[0]).toMatchObject({ id: 'calm', meeting: 'typo' });
  expect(good(model.searchConversations([LATE, CALM], 'nothing'))).toEqual([]);
});

test('an index follows changes until it is closed', () => {
  const search = new model.ConversationSearch();
  const ids = (query: string): string[] => good(search.query(query)).map(({ id }) => id);
  good(search.put([LATE, CALM]));
  expect(ids('parcel')).toEqual(['calm']);
  good(search.put([{ ...CALM, title: 'Where is my letter?' }]));
  expect([ids('parcel'), ids('letter')]).toEqual([[], ['calm']]);
  good(search.remove(['calm', 'nobody']));
  expect(ids('letter')).toEqual([]);
  search.close();
  search.close();
  expect(search.query('late')).toEqual({ ok: false, problems: [{ field: '', code: 'closed' }] });
});

test('after the module has stopped, an index says so and everything else works', () => {
  const search = new model.ConversationSearch();
  good(search.put([LATE]));
  const thrower = {
    get id(): string {
      throw new Error('no');
    },
  };
  expect(search.put([thrower]).ok).toBe(false);
  expect(search.query('late')).toMatchObject({ ok: false, problems: [{ code: 'closed' }] });
  expect(good(new model.ConversationSearch().query('late'))).toEqual([]);
  expect(model.renderMarkdown('*x*')).toBe('<p><em>x</em></p>\n');
});
