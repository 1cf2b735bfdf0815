/**
 * Markdown to a safe string of HTML and to nodes: ours beside marked with DOMPurify, markdown-it and
 * micromark, on what people write; how the time grows with inputs that are made to be hard; and what
 * a key press costs in a live preview.
 */

import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import type * as Model from '../../www/src/model/index.js';
import { compare, exponent, median, row, sink, time } from '../lib/measure.js';
import { model } from '../lib/model.js';
import { chatMessages, longReplies } from './corpus.js';
import { FAMILIES, grown } from './families.js';

/** Ratios below which the benchmark fails. */
const AT_LEAST: Record<string, number> = { 'marked + DOMPurify': 20, 'markdown-it': 5 };
/** The exponent above which it fails. */
const AT_MOST = 1.1;

const markdownIt = new MarkdownIt({ html: false });
const toHtml: Record<string, (md: string) => string> = {
  'inbox-widgets/model': (md) => model.renderMarkdown(md),
  'markdown-it': (md) => markdownIt.render(md),
  'marked + DOMPurify': (md) => DOMPurify.sanitize(marked.parse(md, { async: false })),
  'marked alone (not safe)': (md) => marked.parse(md, { async: false }),
  micromark: (md) => micromark(md),
};

const place = document.createElement('div');
const rendered = new Map<string, string>();
const toNodes: Record<string, (md: string) => void> = {
  'inbox-widgets/model': (md) => model.renderMarkdownTo(place, md),
  'marked + DOMPurify': (md) => (place.innerHTML = DOMPurify.sanitize(marked.parse(md, { async: false }))),
  'innerHTML alone (HTML made before)': (md) => (place.innerHTML = rendered.get(md) ?? ''),
};

const failures: string[] = [];

/** Measures ways of rendering texts, and holds them to ratios. */
function measure(
  title: string,
  texts: readonly string[],
  ways: Record<string, (md: string) => number>,
  least: Record<string, number>,
): void {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  console.log(`\n${title}: ${texts.length}, of ${Math.round(characters / texts.length)} characters on average`);
  console.log(row('', 'median each', 'best each', 'to ours'));
  const rounds = Object.fromEntries(
    Object.entries(ways).map(([name, render]) => [
      name,
      (): number => texts.reduce((sum, text) => sum + render(text), 0),
    ]),
  );
  const micros = (taken: number): string => `${((taken * 1000) / texts.length).toFixed(2)} µs`;
  for (const { name, median, best, ratio } of compare(rounds, 15)) {
    console.log(row(name, micros(median), micros(best), `${ratio.toFixed(1)}x`));
    const wanted = least[name];
    if (wanted !== undefined && ratio < wanted)
      failures.push(`${title}: ${name} is ${ratio.toFixed(1)}x, not ${wanted}x`);
  }
}

function both(title: string, texts: readonly string[]): void {
  const strings = Object.entries(toHtml).map(([name, render]) => [name, (md: string) => render(md).length] as const);
  measure(`${title}, to a string`, texts, Object.fromEntries(strings), AT_LEAST);
  for (const text of texts) rendered.set(text, model.renderMarkdown(text));
  const nodes = Object.entries(toNodes).map(([name, render]) => {
    return [name, (md: string) => (render(md), place.childNodes.length)] as const;
  });
  measure(`${title}, to nodes`, texts, Object.fromEntries(nodes), { 'marked + DOMPurify': 3 });
}

/** What a live preview does at each key press, in a text of 10 KB. */
function preview(): void {
  const text = longReplies(40).join('\n\n').slice(0, 10_240);
  const taken = [...text].slice(-200).map((_, typed) => {
    const now = text.slice(0, text.length - 200 + typed);
    return time(() => (model.renderMarkdownTo(place, now), place.childNodes.length));
  });
  const worst = Math.max(...taken);
  console.log(`\nA preview of 10 KB: ${median(taken).toFixed(2)} ms at a key press, ${worst.toFixed(2)} ms at worst`);
  if (median(taken) > 16) failures.push('a preview of 10 KB takes longer than a frame');
}

/** The best of several, each long enough for the clock. */
function patient(text: string, profile: Model.MarkdownProfile): number {
  let best = Infinity;
  let calls = 1;
  for (let tries = 0; tries < 5; tries += 1) {
    const taken = time(() => {
      let sum = 0;
      for (let call = 0; call < calls; call += 1) sum += model.renderMarkdown(text, { profile }).length;
      return sum;
    });
    best = Math.min(best, taken / calls);
    if (taken < 4) calls = Math.ceil((calls * 8) / Math.max(taken, 0.1));
  }
  return best;
}

function growth(): void {
  const sizes = [10, 12, 14, 16, 18, 20].map((power) => 2 ** power);
  console.log('\nGrowth from 1 KB to 1 MB');
  console.log(row('', 'at 1 KB', 'at 1 MB', 'exponent'));
  for (const family of FAMILIES) {
    // A chat is formatted up to 200 KB, and has alone what this family is made of.
    const profile = family.name.startsWith('mentions') ? 'chat' : 'gfm';
    const points = sizes.map((size): [number, number] => [size, patient(grown(family, size), profile)]);
    const slope = exponent(points);
    const [first, last] = [points[0]?.[1] ?? NaN, points.at(-1)?.[1] ?? NaN];
    console.log(row(family.name, `${first.toFixed(3)} ms`, `${last.toFixed(1)} ms`, slope.toFixed(3)));
    if (slope > AT_MOST) failures.push(`${family.name} grows by an exponent of ${slope.toFixed(2)}`);
  }
}

async function run(): Promise<string> {
  await model.init();
  both('Chat messages', chatMessages(2000));
  both('Long replies', longReplies(200));
  preview();
  growth();
  console.log(sink > 0 ? '' : 'nothing was rendered');
  return failures.join('\n');
}

(globalThis as { finished?: Promise<string> }).finished = run();
