/**
 * `npm run size`: what a browser downloads, file by file, and the budgets of package.json. Exits
 * with 1 where one is exceeded, and says what has grown since dist/ was last within it.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { at, exists, paint, Stop, whenProgram } from './lib/run.mjs';
import { partOf } from './lib/split.mjs';

/**
 * @typedef {{ raw: number, gzip: number, brotli: number }} Size
 * @typedef {{ name: string, files: string[] }} Group
 */

/** What is downloaded together: by the budgets' names, of which every dialect's module has the first one's. @returns {Group[]} */
const groups = () => {
  const all = readdirSync(at('dist')).flatMap((name) => /^(.*)_bg\.wasm$/.exec(name)?.[1] ?? []);
  const modules = all.filter((name) => name !== 'model');
  const script = (/** @type {string} */ name) => `${name.replace(/-.*/, '')}-widget.js`;
  return [
    { name: 'launcher', files: ['auto.js'] },
    { name: 'model', files: ['model.js', 'model_bg.wasm'] },
    ...modules.flatMap((name) => [
      { name, files: ['auto.js', 'runtime.js', script(name), `${name}_bg.wasm`] },
      ...(exists(`dist/${partOf(name)}`)
        ? [{ name: `${name}: more`, files: [partOf(name), script(name).replace('widget', 'more')] }]
        : []),
    ]),
  ];
};

/** What the groups are, for people. @type {Record<string, string>} */
const TITLES = {
  launcher: 'launcher, before anything is wanted',
  messenger: 'messenger, until it can be used',
  'messenger: more': 'messenger, for threads',
  desk: 'desk, everything downloaded',
  model: 'inbox-widgets/model',
};

const LAST = 'target/widgets/sizes.json';

/** There while the widgets are built with the toolchain's own standard library, which is larger. */
export const SHIPPED = 'target/widgets/shipped-std';

/** @param {string} name in dist/ @returns {Size} */
function sizeOf(name) {
  const bytes = readFileSync(at('dist', name));
  const stored = (/** @type {string} */ suffix) =>
    exists(`dist/${name}.${suffix}`) && readFileSync(at('dist', `${name}.${suffix}`));
  return {
    raw: bytes.length,
    gzip: (stored('gz') || gzipSync(bytes, { level: 9 })).length,
    brotli: (stored('br') || brotliCompressSync(bytes)).length,
  };
}

/** @param {Size[]} sizes @returns {Size} */
const sum = (sizes) =>
  sizes.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), {
    raw: 0,
    gzip: 0,
    brotli: 0,
  });

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** @param {string} title @param {Size} size */
const row = (title, { raw, gzip, brotli }) =>
  [title.padEnd(38), ...[raw, gzip, brotli].map((bytes) => kilobytes(bytes).padStart(11))].join('');

/** @param {string} path @returns {any} */
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** The files that a budget's group has more of than when it was last kept. @param {Group} group @param {Record<string, Size>} sizes */
function growth(group, sizes) {
  if (!exists(LAST)) return 'There is no earlier build here to compare with.';
  const last = /** @type {Record<string, number>} */ (json(LAST));
  const grown = group.files.flatMap((file) => {
    const more = (sizes[file]?.brotli ?? 0) - (last[file] ?? 0);
    return more > 0 ? [`${file} by ${kilobytes(more)}`] : [];
  });
  return grown.length > 0
    ? `Since it last was: ${grown.join(', ')}.`
    : 'Nothing has grown since; the budget has become smaller.';
}

/** Prints the table; throws where a budget is exceeded. */
export function size() {
  if (!exists('dist/auto.js')) throw new Stop('There is no dist/. Build first: npm run build');
  const names = readdirSync(at('dist')).filter((name) => /\.(js|wasm)$/.test(name));
  const sizes = Object.fromEntries(names.map((name) => [name, sizeOf(name)]));
  const budgets = /** @type {Record<string, { brotli: number }>} */ (json('package.json').size);

  console.log(paint(1, `${''.padEnd(38)}${['raw', 'gzip', 'brotli'].map((title) => title.padStart(11)).join('')}`));
  for (const name of names) console.log(row(name, sizes[name] ?? sum([])));
  console.log();
  const exceeded = [];
  for (const group of groups()) {
    const missing = group.files.filter((file) => !sizes[file]);
    if (missing.length > 0)
      throw new Stop(`dist/ lacks ${missing.join(', ')}, which ${group.name} needs. Build: npm run build`);
    const total = sum(group.files.flatMap((file) => sizes[file] ?? []));
    const budget = (budgets[group.name] ?? budgets[group.name.replace(/-[a-z-]*/, '')])?.brotli;
    const share =
      budget === undefined ? '' : `   ${Math.round((100 * total.brotli) / budget)} % of ${kilobytes(budget)}`;
    console.log(row(TITLES[group.name] ?? `${group.name}, the same`, total) + share);
    if (budget !== undefined && total.brotli > budget) {
      const over = `${group.name}: ${total.brotli} bytes of brotli, ${total.brotli - budget} over the budget of ${budget}.`;
      exceeded.push(`${over} ${growth(group, sizes)}`);
    }
  }
  if (exists(SHIPPED)) {
    console.log('\nBuilt without rust-src, so the budgets do not hold: rustup component add rust-src');
    return;
  }
  if (exceeded.length > 0) throw new Stop(exceeded.join('\n'));
  mkdirSync(at('target/widgets'), { recursive: true });
  const kept = Object.fromEntries(Object.entries(sizes).map(([name, { brotli }]) => [name, brotli]));
  writeFileSync(at(LAST), `${JSON.stringify(kept, undefined, 2)}\n`);
}

whenProgram(import.meta.url, async () => size());
