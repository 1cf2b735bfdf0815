/**
 * Markdown to a safe string of HTML: ours beside marked with DOMPurify, markdown-it and micromark,
 * on what people write; and how the time grows with inputs that are made to be hard.
 */

import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { compare, exponent, row, sink, time } from '../lib/measure.js';
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

const failures: string[] = [];

function strings(title: string, texts: readonly string[], rounds: number): void {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  console.log(`\n${title}: ${texts.length}, of ${Math.round(characters / texts.length)} characters on average`);
  console.log(row('', 'median each', 'best each', 'to ours'));
  const ways = Object.fromEntries(
    Object.entries(toHtml).map(([name, render]) => [
      name,
      (): number => texts.reduce((sum, text) => sum + render(text).length, 0),
    ]),
  );
  const micros = (taken: number): string => `${((taken * 1000) / texts.length).toFixed(2)} µs`;
  for (const { name, median, best, ratio } of compare(ways, rounds)) {
    console.log(row(name, micros(median), micros(best), `${ratio.toFixed(1)}x`));
    const least = AT_LEAST[name];
    if (least !== undefined && ratio < least) failures.push(`${title}: ${name} is ${ratio.toFixed(1)}x, not ${least}x`);
  }
}

/** The best of several, each long enough for the clock. */
function patient(text: string): number {
  let best = Infinity;
  let calls = 1;
  for (let tries = 0; tries < 5; tries += 1) {
    const taken = time(() => {
      let sum = 0;
      for (let call = 0; call < calls; call += 1) sum += model.renderMarkdown(text).length;
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
    const points = sizes.map((size): [number, number] => [size, patient(grown(family, size))]);
    const slope = exponent(points);
    const [first, last] = [points[0]?.[1] ?? NaN, points.at(-1)?.[1] ?? NaN];
    console.log(row(family.name, `${first.toFixed(3)} ms`, `${last.toFixed(1)} ms`, slope.toFixed(3)));
    if (slope > AT_MOST) failures.push(`${family.name} grows by an exponent of ${slope.toFixed(2)}`);
  }
}

async function run(): Promise<string> {
  await model.init();
  strings('Chat messages', chatMessages(2000), 15);
  strings('Long replies', longReplies(200), 15);
  growth();
  console.log(sink > 0 ? '' : 'nothing was rendered');
  return failures.join('\n');
}

(globalThis as { finished?: Promise<string> }).finished = run();
