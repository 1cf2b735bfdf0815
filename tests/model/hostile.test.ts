/** No function throws, and each answers in its own shape, whatever it is given. */

import { expect, test } from 'vitest';

import { model } from './model.js';

/** What nobody should pass, and somebody will. */
const ODD: unknown[] = [
  undefined,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  Number.MAX_VALUE,
  10n ** 30n,
  '',
  'x',
  '\u0000',
  '\ud800',
  'ã'.repeat(100_000),
  '2026-13-45',
  Symbol('x'),
  () => 1,
  [],
  [null],
  [[[[[]]]]],
  {},
  { text: 5 },
  { text: { length: 1e9 } },
  { kind: 'hologram', channel: 7, status: 'lost', state: {} },
  { attachments: 'none', contents: 1, minutes: -5, weekly: [{ from: -1, to: 70_000 }] },
  new Date(),
  new Date(NaN),
  new Map([['text', 'x']]),
  new Set([1]),
  new Uint8Array(3),
  new Error('x'),
  /x/,
  Object.create(null),
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('no');
      },
      ownKeys: () => {
        throw new Error('no');
      },
    },
  ),
  {
    get text(): string {
      throw new Error('no');
    },
  },
  {
    toString: () => {
      throw new Error('no');
    },
  },
  {
    valueOf: () => {
      throw new Error('no');
    },
    toJSON: () => {
      throw new Error('no');
    },
  },
  circular(),
  deep(20_000),
];

function circular(): unknown {
  const one: { text: string; attachments: unknown[] } = { text: 'x', attachments: [] };
  one.attachments.push(one);
  return one;
}

function deep(levels: number): unknown {
  let one: unknown = {};
  for (let level = 0; level < levels; level += 1) one = { attachments: [one], all: [one], any: one, not: one };
  return one;
}

const { init, renderMarkdown, renderMarkdownTo, previewText, expandShortcodes, ConversationSearch, ...rules } = model;
const functions = Object.entries(rules).filter(([, value]) => typeof value === 'function');

test('there are rules to ask', () => {
  expect(functions.length).toBeGreaterThan(15);
  for (const other of [init, renderMarkdownTo, ConversationSearch]) expect(other).toBeTypeOf('function');
});

for (const [name, rule] of functions) {
  test(`${name} answers whatever it is asked`, () => {
    const ask = rule as (...given: unknown[]) => unknown;
    const tuples = [
      [],
      ...ODD.map((odd) => [odd]),
      ...ODD.flatMap((odd) => [
        [odd, {}],
        [{}, odd],
        ['x', odd],
        [[], odd],
        [odd, odd, odd],
      ]),
    ];
    for (const tuple of tuples) {
      const answer = ask(...tuple) as { ok: boolean; value?: unknown; problems?: { code: string; field: string }[] };
      expect(answer.ok).toBeTypeOf('boolean');
      if (answer.ok) continue;
      expect(answer.problems!.length).toBeGreaterThan(0);
      for (const { code, field } of answer.problems!) {
        expect(code).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(field).toBeTypeOf('string');
      }
    }
  });
}

test('markdown and previews are texts, whatever they are made of', () => {
  for (const odd of ODD) {
    const text = odd as string;
    expect(renderMarkdown(text)).toBeTypeOf('string');
    expect(renderMarkdown('*x*', odd as never)).toBeTypeOf('string');
    expect(renderMarkdown('*x*', { profile: odd as never })).toBeTypeOf('string');
    expect(previewText(text)).toBeTypeOf('string');
    expect(expandShortcodes(text)).toBeTypeOf('string');
    expect(renderMarkdown('*x*', { images: odd as never, mentions: odd as never })).toBeTypeOf('string');
    expect(previewText('*x*', odd as number)).toBeTypeOf('string');
  }
  // The module is as good as new.
  expect(renderMarkdown('*x*')).toBe('<p><em>x</em></p>\n');
});
