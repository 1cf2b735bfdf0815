/**
 * `npm run bench -- list`: the desk with 100,000 conversations and a thread of 10,000 parts, beside a page
 * of the same content by React and TanStack Virtual. Each round begins both pages anew, in turns.
 *
 * Options: `--rounds=N`, `--conversations=N`, `--thread=N`.
 */

import { at, say, Stop } from '../../www/tools/lib/run.mjs';
import { build } from '../../www/tools/build.mjs';
import { copyFileSync, mkdirSync } from 'node:fs';

/** A frame at 60 Hz, in milliseconds. */
const FRAME = 1000 / 60;

const SUBJECTS = ['ours', 'react'];

/** What is measured, what it is called, and whether a frame bounds it. @type {[key: string, title: string, unit: string][]} */
const ROWS = [
  ['mount', 'first rows painted', 'ms'],
  ['scroll', 'scrolling the list, work per frame, p95', 'ms'],
  ['scrollMedian', 'the same, middle frame', 'ms'],
  ['arrival', 'an arrival to its painted row', 'ms'],
  ['burst', '1,000 arrivals at once', 'ms'],
  ['thread', 'opening a thread of 10,000 parts', 'ms'],
  ['key', 'a key press in the composer to paint', 'ms'],
  ['threadScroll', 'scrolling the thread, work per frame, p95', 'ms'],
  ['threadMedian', 'the same, middle frame', 'ms'],
  ['memory', 'memory of the page', 'MB'],
  ['nodes', 'elements in the document', ''],
];

/** What is told beside what is aimed at, and fails nothing. */
const INFORMING = new Set(['nodes', 'scrollMedian', 'threadMedian']);

/** The module, made as the desk's is. @param {string} folder */
export async function prepare(folder) {
  await build({ only: 'bench' });
  mkdirSync(folder, { recursive: true });
  for (const file of ['bench.js', 'bench_bg.wasm']) {
    copyFileSync(at(`target/widgets/release/bench/${file}`), `${folder}/${file}`);
  }
}

/** @param {number[]} numbers @param {number} part from 0 to 1 */
function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {import('@playwright/test').Browser} browser @param {string} url @param {{ conversations: number, thread: number }} size */
async function measure(browser, url, size) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 820 } });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  /** @type {Promise<never>} */
  const broken = new Promise((_, stop) => page.on('pageerror', (error) => stop(new Stop(`${url}: ${error}`))));
  broken.catch(() => undefined); // it is raced below
  try {
    await page.goto(url);
    await Promise.race([broken, page.waitForFunction(() => 'bench' in globalThis)]);
    const measuring = page.evaluate(async (size) => {
      const { bench } = window;
      await bench.prepare(size);
      await bench.memory(); // which clears away what the making of the data has left
      const mount = await bench.mount();
      const scroll = [...(await bench.scroll('inbox', 20_000, 200)), ...(await bench.scroll('inbox', 20_000, -200))];
      const arrivals = [];
      for (let turn = 0; turn < 25; turn += 1) arrivals.push(await bench.push(1));
      const burst = await bench.push(1000);
      const thread = await bench.openThread(size.thread);
      const keys = await bench.type(40);
      const threadScroll = await bench.scroll('thread', 20_000, -200);
      return { mount, scroll, arrivals, burst, thread, keys, threadScroll, nodes: bench.nodes() };
    }, size);
    const result = await Promise.race([broken, measuring]);
    const memory = await page.evaluate(() => window.bench.memory());
    return {
      mount: result.mount,
      scroll: quantile(result.scroll, 0.95),
      scrollMedian: quantile(result.scroll, 0.5),
      arrival: quantile(result.arrivals, 0.5),
      burst: result.burst,
      thread: result.thread,
      key: quantile(result.keys, 0.5),
      threadScroll: quantile(result.threadScroll, 0.95),
      threadMedian: quantile(result.threadScroll, 0.5),
      memory,
      nodes: result.nodes,
    };
  } finally {
    await context.close();
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {string[]} args
 */
export async function drive(browser, url, args) {
  const option = (/** @type {string} */ name, /** @type {number} */ otherwise) =>
    Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
  const size = { conversations: option('conversations', 100_000), thread: option('thread', 10_000) };
  const rounds = option('rounds', 5);
  /** @type {Record<string, Record<string, number>[]>} */
  const all = { ours: [], react: [] };
  for (let round = 0; round < rounds; round += 1) {
    const turns = round % 2 === 0 ? SUBJECTS : [...SUBJECTS].reverse();
    for (const subject of turns) all[subject]?.push(await measure(browser, `${url}?${subject}`, size));
  }
  say(`\n${size.conversations} conversations, a thread of ${size.thread} parts, ${rounds} rounds; medians [spread]\n`);
  const cell = (/** @type {string} */ text) => text.padStart(22);
  say(['', 'inbox-widgets', 'React', 'React / inbox-widgets'].map((text, at) => (at ? cell(text) : text.padEnd(44))).join(''));
  const behind = [];
  for (const [key, title, unit] of ROWS) {
    const numbers = SUBJECTS.map((subject) => (all[subject] ?? []).map((one) => one[key] ?? NaN));
    const [mine = NaN, other = NaN] = numbers.map((own) => quantile(own, 0.5));
    const ratios = (numbers[0] ?? []).map((own, round) => (numbers[1]?.[round] ?? NaN) / own);
    const ratio = quantile(ratios, 0.5);
    const show = (/** @type {number[]} */ own, /** @type {number} */ middle) =>
      `${middle.toFixed(1)} ${unit} [${Math.min(...own).toFixed(1)}–${Math.max(...own).toFixed(1)}]`;
    say(title.padEnd(44) + cell(show(numbers[0] ?? [], mine)) + cell(show(numbers[1] ?? [], other)) + cell(`${ratio.toFixed(2)}x`));
    // Rounds that overlap tell no difference.
    const isApart = Math.min(...(numbers[0] ?? [])) > Math.max(...(numbers[1] ?? []));
    if (ratio < 1 && isApart && !INFORMING.has(key)) behind.push(`${title}: ${ratio.toFixed(2)}x`);
    if (key.toLowerCase().endsWith('scroll') && mine > FRAME) behind.push(`${title}: longer than a frame`);
  }
  return behind.length > 0 ? `behind React:\n  ${behind.join('\n  ')}` : undefined;
}
