/** What the rules answer to JavaScript: the model's own answers, in JavaScript's shapes. */

import { expect, test } from 'vitest';

import { model } from './model.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The value of an answer that has one. */
function good<T>(answer: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

/** Where and what, of all problems. */
function found(answer: { ok: boolean; problems?: { field: string; code: string }[] }): string[] {
  return (answer.problems ?? []).map(({ field, code }) => `${field} ${code}`.trim());
}

test('a draft is told all that keeps it back, at once', () => {
  expect(model.validateDraft({ text: 'Hello' })).toEqual({ ok: true, value: null });
  expect(found(model.validateDraft({}))).toEqual(['text empty']);
  const attachments = [
    { name: 'a.png', mime: 'image/png', bytes: 6_000_000 },
    { name: 'b.txt', mime: 'text/plain', bytes: 0, caption: 'x'.repeat(1025) },
  ];
  const problems = found(model.validateDraft({ text: 'x'.repeat(4097), attachments }, { channel: 'whatsapp' }));
  expect(problems).toContain('text too_long');
  expect(problems).toContain('attachments[0].bytes too_large');
  expect(problems).toContain('attachments[1].caption too_long');
  expect(problems).toContain('attachments[1].bytes empty');
  expect(problems).toHaveLength(4);
});

test('limits are the channel’s, unless somebody sets their own', () => {
  const long = { text: 'x'.repeat(2_000) };
  expect(model.validateDraft(long).ok).toBe(true);
  expect(found(model.validateDraft(long, { channel: 'sms' }))).toEqual(['text too_long']);
  const [problem] = (model.validateDraft(long, { text: { unit: 'characters', max: 1_999 } }) as { problems: unknown[] })
    .problems;
  expect(problem).toEqual({
    field: 'text',
    code: 'too_long',
    data: { unit: 'characters', max: 1_999, actual: 2_000 },
  });
});

test('short messages are counted in their own alphabet', () => {
  expect(good(model.smsSegments('a'.repeat(161)))).toMatchObject({ encoding: 'gsm7', count: 2, units: 161, room: 145 });
  const { encoding, forcing, pieces } = good(model.smsSegments(`it’s ${'😀'.repeat(40)}`));
  expect([encoding, forcing, pieces.join('')]).toEqual(['ucs2', ['’', '😀'], `it’s ${'😀'.repeat(40)}`]);
  expect(pieces.every((piece) => piece.length <= 67)).toBe(true);
});

test('addresses come in their one form', () => {
  expect(good(model.validateEmail(' Ada@Example.COM '))).toBe('Ada@example.com');
  expect(found(model.validateEmail('ada'))).toEqual(['not_an_email']);
  expect(good(model.validatePhone('0049 (152) 2356-7929'))).toBe('+4915223567929');
  expect(found(model.validatePhone('12'))).not.toEqual([]);
  expect(good(model.validateUrl('https://e.example/a'))).toBe('https://e.example/a');
  expect(found(model.validateUrl('javascript:alert(1)'))).toEqual(['not_a_url']);
  expect(found(model.validateRecipients(['a@b.example', 'x', 'A@b.example'], 'email'))).toEqual([
    'recipients[1] not_an_email',
    'recipients[2] duplicate',
  ]);
});

test('a form is read as its fields say', () => {
  const fields = [
    { identifier: 'mail', kind: 'email', required: true },
    { identifier: 'seats', kind: 'integer', min: 1 },
    { identifier: 'day', kind: 'date' },
    { identifier: 'plan', kind: 'select', options: ['free', 'pro'] },
  ];
  const answers = { mail: 'a@b.example', seats: '7', day: '2026-02-28', plan: 'pro' };
  expect(good(model.validateForm(fields, answers))).toEqual({ ...answers, seats: 7 });
  expect(found(model.validateForm(fields, { seats: '0', day: '2026-02-29', plan: 'gold', x: '1' }))).toEqual([
    'mail required',
    'seats too_small',
    'day not_a_date',
    'plan not_a_choice',
    'x unknown',
  ]);
});

test('other inputs', () => {
  expect(good(model.validateRating(4, ' Quick! '))).toEqual({ score: 4, remark: 'Quick!' });
  expect(found(model.validateRating(4.5))).toEqual(['score not_an_integer']);
  expect(good(model.validateTitle('  Where is it? '))).toBe('Where is it?');
  expect(found(model.validateTitle('a\nb'))).toEqual(['control_character']);
  expect(model.validateAttributes({ plan: 'pro', seats: 7 }).ok).toBe(true);
  expect(found(model.validateAttributes(JSON.parse('{"__proto__": 1}')))).toEqual(['attributes.__proto__ reserved']);
  expect(model.validateSnooze(NOW + 1, NOW).ok).toBe(true);
  expect(found(model.validateSnooze(NOW, NOW))).toEqual(['not_in_future']);
  expect(found(model.validateAssignment({ agent: 'bo', agents: ['ada'] }))).toEqual(['agent unknown']);
  expect(model.validateAssignment({ agent: 'ada', agents: ['ada'] }).ok).toBe(true);
});

test('a reply window has one verdict for an instant', () => {
  const window = { channel: 'whatsapp', lastInboundAt: NOW } as const;
  const end = NOW + 24 * HOUR;
  const open = { state: 'open', reason: null, until: end, allows: 'reply', changesAt: end };
  expect(good(model.replyWindow(window, end - 1))).toEqual(open);
  expect(good(model.replyWindow(window, end))).toMatchObject({ state: 'closed', reason: 'expired', allows: 'restart' });
  expect(good(model.replyWindow({ channel: 'web' }, end))).toMatchObject({ state: 'open', until: null });
  // The source's own word wins over its clock.
  expect(good(model.replyWindow({ ...window, possible: true }, end)).state).toBe('open');
  expect(good(model.replyWindow({ ...window, possible: false }, NOW)).state).toBe('closed');
  expect(good(model.replyWindow({ channel: 'sms', minutes: 60, lastInboundAt: NOW }, NOW + HOUR)).state).toBe('closed');
  expect(found(model.replyWindow({ channel: 'web', minutes: 60 }, NOW))).toEqual(['minutes always_open']);
});

test('countdowns say when they change', () => {
  const left = good(model.countdown(NOW + 2 * HOUR, NOW - 30_000));
  expect(left).toEqual({ over: false, unit: 'hours', amount: 2, rest: 0, changesAt: NOW + 1 });
  expect(good(model.countdown('2026-03-01T12:00:00Z', NOW + 5 * MINUTE))).toMatchObject({ over: true, amount: 5 });
  expect(found(model.countdown(NOW, NOW, 'vague' as never))).toEqual(['detail not_a_choice']);
});

test('deadlines', () => {
  const times = { nextResponseDueAt: NOW };
  expect(good(model.sla(times, NOW - 15 * MINUTE)).state).toBe('due_soon');
  expect(good(model.sla(times, NOW)).state).toBe('overdue');
  expect(good(model.sla({ ...times, state: 'pending' }, NOW)).state).toBe('paused');
  const monday = { from: 9 * 60, to: 17 * 60 };
  const terms = { minutes: 60, weekly: [monday], utcOffsetMinutes: 60, holidays: ['2026-03-02'] };
  const due = good(model.slaDueAt(terms, '2026-03-01T12:00:00Z'));
  expect(new Date(due!).toISOString()).toBe('2026-03-09T09:00:00.000Z');
  expect(good(model.slaDueAt({ minutes: 60, weekly: [] }, NOW))).toBe(null);
  expect(found(model.slaDueAt({ minutes: 1, holidays: ['tomorrow'] }, NOW))).toEqual(['holidays[0] not_a_date']);
});

test('ratings have two windows that know nothing of each other', () => {
  const late = { status: 'pending', lateSubmitWindowEndsAt: NOW, changeLockWindowEndsAt: NOW - HOUR } as const;
  expect(good(model.csat(late, NOW - 1))).toEqual({ allows: 'first', reason: null, until: NOW });
  expect(good(model.csat(late, NOW))).toEqual({ allows: null, reason: 'window_over', until: null });
  expect(good(model.csat({ ...late, status: 'rated' }, NOW - 1))).toMatchObject({ reason: 'locked' });
});

test('the server’s clock', () => {
  const sample = { date: 'Sun, 01 Mar 2026 12:05:00 GMT', sent: NOW, received: NOW + 80 };
  expect(good(model.serverNow([sample], NOW))).toBe(NOW + 5 * MINUTE + 460);
  expect(good(model.serverNow([], NOW))).toBe(NOW);
  expect(found(model.serverNow([{ ...sample, date: 'noon' }], NOW))).toEqual(['[0].date not_a_date']);
});
