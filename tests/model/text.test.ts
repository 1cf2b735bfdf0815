/** Texts that need no module are what the module would make of them. */

import { expect, test } from 'vitest';

import { chatMessages, longReplies, sequence } from '../../benches/markdown/corpus.js';
import { model } from './model.js';

const PROFILES = ['chat', 'commonmark', 'gfm'] as const;

/** A line end, which changes nothing at the end of a text, makes it one for the module. */
const same = (text: string): void => {
  for (const profile of PROFILES) {
    const wanted = model.renderMarkdown(`${text}\n`, { profile });
    expect(model.renderMarkdown(text, { profile }), JSON.stringify(text)).toBe(wanted);
  }
};

test('what people write', () => {
  for (const text of [...chatMessages(500), ...longReplies(20)]) same(text);
});

test('what words are and what only looks like it', () => {
  for (const text of [
    'a',
    'a ',
    'a\u00a0',
    'a\u2003',
    'é',
    'Was ist das?',
    'www.shop.example',
    'see WWW.shop.example',
    'wwwhat',
    'a.b.c',
    'a - b + c = d # e',
    'a 1. b',
    'a\u202eb',
    'a\u0000b',
    'a\u007fb',
    'مرحبا، متى يصل الطلب؟',
    '注文した商品がまだ届きません。',
    'a😀',
    'a\ud800',
    'a\u2028b',
    'a\tb',
    'a\t',
    'a\nb',
    'a \nb',
    'a\n',
    'a\n\nb',
    'a\n- b',
    'a\n1. b',
    'a\n=',
    '😀',
    '😀 a\n😀',
    '\ude00a',
    'a\ude00\ud83db',
    '\ud83c',
  ])
    same(text);
});

test('texts of all kinds of characters', () => {
  const next = sequence(23);
  const letters = [...'aWw.é漢 .,?!\'()/-+=#$%^{};0123456789\n"&*:<>@[]\\_`|~\t\u00a0\u202e\u2028\ufeff😀'];
  const plain = [...letters.slice(0, 32), '\n', '😀'];
  for (let count = 0; count < 20_000; count += 1) {
    const from = count % 3 === 0 ? letters : plain;
    const length = 1 + Math.floor(next() * 20);
    same(Array.from({ length }, () => from[Math.floor(next() * from.length)]).join(''));
  }
});
