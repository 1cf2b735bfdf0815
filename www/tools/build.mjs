/**
 * `npm run build`: everything that npm publishes, into dist/. Steps whose inputs are the same as
 * last time are left out.
 *
 * --only NAME             compiles one of the modules: messenger, desk, model, messenger-crm, desk-crm, …
 * --dialect NAME          compiles those for this dialect alone
 * --dev                   quick to make instead of small to load, and into target/widgets/dev alone
 */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { at, exists, runStep, say, seconds, step, Stop, whenProgram } from './lib/run.mjs';
import { optimise, shrink, SMALL } from './lib/shrink.mjs';
import { BIND, divide, joinGlue, LINK, partOf } from './lib/split.mjs';
import { SHIPPED } from './size.mjs';
import { digest, unlessFresh } from './lib/stamp.mjs';
import {
  checkMachine,
  ensurePackages,
  ensureSources,
  ensureTarget,
  ensureWasmBindgen,
  ensureWasmSplit,
  TARGET,
  TOOLS,
} from './lib/tools.mjs';

/** @typedef {'messenger' | 'desk' | `${'messenger' | 'desk'}-${string}`} Widget */
/** @typedef {{ crate: string, file: string, profile: string, features: string[], split?: boolean }} Recipe */

/** Those with scripts of their own. */
const WIDGETS = /** @type {const} */ (['messenger', 'desk']);

/** The module without a widget. */
const MODEL = 'model';

/** Not published: see benches/list. */
const BENCH = 'bench';

/** The dialects; the first is that of modules without a dialect in their names. */
export const DIALECTS = ['featurebase', 'intercom', 'stack-auth', 'crm', 'voicebot'];

/** The module that speaks a dialect: each speaks one, so that nobody pays for the others. @param {typeof WIDGETS[number]} widget @param {string} dialect */
const moduleOf = (widget, dialect) => /** @type {Widget} */ (dialect === DIALECTS[0] ? widget : `${widget}-${dialect}`);

/** What each module is made of, in the crate's features. */
export const FEATURES = /** @type {Record<Widget, string>} */ (
  Object.fromEntries(
    DIALECTS.flatMap((dialect) => WIDGETS.map((widget) => [moduleOf(widget, dialect), `${widget},${dialect}`])),
  )
);

const ALL = /** @type {Widget[]} */ (Object.keys(FEATURES));

/** The widget whose glue and styles fit a module. @param {Widget} widget */
const firstOf = (widget) => /** @type {typeof WIDGETS[number]} */ (widget.replace(/-.*/, ''));

/** The modules for the other dialects, which fit the glue of the first. */
export const VARIANTS = ALL.filter((widget) => widget !== firstOf(widget));

/**
 * Makes everything, or what is needed for one dialect.
 *
 * @param {{ dev?: boolean, only?: Widget | typeof MODEL | typeof BENCH | undefined, dialect?: string | undefined }} [options]
 */
export async function build({ dev = false, only, dialect } = {}) {
  await ensurePackages();
  await ensureTarget();
  const version = await ensureWasmBindgen();
  if (!dev) await ensureWasmSplit();
  if (only === BENCH) return compileBench(version);
  // In development one dialect is enough to look at what all have in common.
  /** @type {readonly Widget[]} */
  const asked = dev
    ? WIDGETS
    : ALL.filter((widget) => !dialect || WIDGETS.some((one) => widget === moduleOf(one, dialect)));
  // The glue is that of the first, also where its module is not wanted.
  const wanted = ALL.filter((widget) => asked.includes(widget) || widget === firstOf(widget));
  const inTurn = turns();
  /** @type {Map<Widget, Promise<void>>} */
  const made = new Map();
  for (const widget of wanted) {
    if (only === undefined || only === widget) {
      made.set(widget, compile(widget, version, { dev, inTurn, first: made.get(firstOf(widget)) }));
    } else if (VARIANTS.includes(widget)) continue;
    else if (!exists(`${folderOf(widget, dev)}/${widget}.js`)) standIn(widget, dev);
  }
  await Promise.all(made.values());
  if (dev) return;
  if (only === undefined || only === MODEL || !exists(`${folderOf(MODEL, false)}/${MODEL}.js`))
    await compileModel(version);
  await bundle();
  await declare();
  await compress();
}

/** Stops where there is no such dialect. @param {string} dialect */
export function checkDialect(dialect) {
  if (!DIALECTS.includes(dialect)) throw new Stop(`--dialect takes ${DIALECTS.join(', ')}, not ${dialect}`);
}

/** @param {string} widget @param {boolean} dev */
const folderOf = (widget, dev) => `target/widgets/${dev ? 'dev' : 'release'}/${widget}`;

/** What a widget is compiled from. Looked at here, because cargo forgets one feature's build over the other's. */
const SOURCES = [
  'src',
  ...['model', 'dialects'].flatMap((name) => [`crates/${name}/src`, `crates/${name}/Cargo.toml`]),
  'Cargo.toml',
  'Cargo.lock',
  'rust-toolchain.toml',
  '.cargo',
  'package-lock.json',
  'www/tools/build.mjs',
  'www/tools/lib/shrink.mjs',
  'www/tools/lib/split.mjs',
];

/**
 * Has things done one after the other, and nothing more after a failure.
 *
 * @returns {(act: () => Promise<void>) => Promise<void>}
 */
function turns() {
  let last = Promise.resolve();
  return (act) => (last = last.then(act));
}

/**
 * From Rust to glue and module. Compilers take turns, for cargo has one folder for what it makes; what
 * is left to do for one module is done while the next is compiled.
 *
 * @param {Widget} widget @param {string} version
 * @param {{ dev: boolean, inTurn: ReturnType<typeof turns>, first: Promise<void> | undefined }} options `first`: the module whose glue this one has
 */
async function compile(widget, version, { dev, inTurn, first }) {
  const folder = folderOf(widget, dev);
  // Whoever opens a desk works in all of it; a customer may only look.
  const split = !dev && firstOf(widget) === 'messenger';
  /** @type {Recipe} */
  const recipe = {
    crate: 'inbox-widgets',
    file: 'inbox_widgets',
    profile: dev ? 'dev' : 'wasm',
    features: ['--no-default-features', '--features', `${FEATURES[widget] ?? ''}${split ? ',split' : ''}`],
    split,
  };
  const own = !dev && (await ensureSources());
  mkdirSync(at('target/widgets'), { recursive: true });
  if (own) rmSync(at(SHIPPED), { force: true });
  else if (!dev) writeFileSync(at(SHIPPED), '');
  const made = freshness(folder, widget, SOURCES, `${version} ${own}`);
  if (split) made.makes.push(`${folder}/${partOf(widget)}`);
  await unlessFresh(folder, made, async () => {
    await inTurn(async () => {
      await toWasm(widget, recipe, { dev, own, small: true });
      await bind(widget, recipe, folder, dev);
    });
    if (!dev) await step(`${widget}: shrink`, () => shrink(folder, widget));
    if (split) await step(`${widget}: the rest`, () => optimise(folder, partOf(widget), SMALL));
    await first;
    if (VARIANTS.includes(widget)) sameGlue(widget);
  });
}

/** The desk on made-up conversations, for benches/list: made as the desk is. @param {string} version */
async function compileBench(version) {
  const folder = folderOf(BENCH, false);
  const own = await ensureSources();
  const sources = [...SOURCES, 'benches/list/widget'];
  await unlessFresh(folder, freshness(folder, BENCH, sources, `${version} ${own}`), async () => {
    const recipe = { crate: 'inbox-bench', file: 'inbox_bench', profile: 'wasm', features: [] };
    await toWasm(BENCH, recipe, { dev: false, own, small: true });
    await bind(BENCH, recipe, folder, false);
    await step('bench: shrink', () => shrink(folder, BENCH));
  });
}

/** The rules for JavaScript: made to be fast first. @param {string} version */
async function compileModel(version) {
  const folder = folderOf(MODEL, false);
  const own = await ensureSources();
  const sources = ['crates/model', 'crates/model-js', 'Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'www/tools'];
  await unlessFresh(folder, freshness(folder, MODEL, sources, `${version} ${own}`), async () => {
    const recipe = { crate: 'inbox-model-js', file: 'inbox_model_js', profile: 'wasm-fast', features: [] };
    await toWasm(MODEL, recipe, { dev: false, own, small: false });
    await bind(MODEL, recipe, folder, false);
    await step('model: optimise', () => optimise(folder, `${MODEL}_bg.wasm`, ['-O3']));
  });
}

/** @param {string} folder @param {string} name @param {string[]} sources @param {string} extra */
function freshness(folder, name, sources, extra) {
  const from = digest(sources, `${extra} ${process.env['RUSTFLAGS'] ?? ''}`);
  return { from, makes: [`${folder}/${name}_bg.wasm`, `${folder}/${name}.js`] };
}

/** @param {string} title @param {Recipe} recipe @param {{ dev: boolean, own: boolean, small: boolean }} options */
async function toWasm(title, { crate, profile, features, split }, { dev, own, small }) {
  const args = ['rustc', '--profile', profile, '--target', TARGET, '-p', crate, '--lib'];
  // The crates are rlibs as well, for their tests; made together with one, a cdylib would not get LTO.
  args.push('--crate-type', 'cdylib', ...features);
  /** @type {Record<string, string>} */
  const env = {};
  const flags = `CARGO_TARGET_${TARGET.replaceAll('-', '_').toUpperCase()}_RUSTFLAGS`;
  if (dev) {
    // Erased components compile in half the time, and are larger: for development only.
    env[flags] = '--cfg erase_components';
  } else if (own) {
    args.push('-Zbuild-std=std,panic_abort', ...(small ? ['-Zbuild-std-features=optimize_for_size'] : []));
    env['RUSTC_BOOTSTRAP'] = '1';
    env[flags] = ['unstable-options', 'location-detail=none', 'fmt-debug=none']
      .map((flag) => `-Z${flag}`)
      .concat('-Cpanic=immediate-abort')
      .join(' ');
  }
  // Of this crate alone: what all share is not compiled anew for it.
  if (split) args.push('--', ...LINK);
  await runStep(`${title}: compile`, 'cargo', args, env);
}

/** Makes the glue between JavaScript and the module. @param {string} name @param {Recipe} recipe @param {string} folder @param {boolean} dev */
async function bind(name, { file, profile, split }, folder, dev) {
  rmSync(at(folder), { recursive: true, force: true });
  const whole = at(`target/${TARGET}/${dev ? 'debug' : profile}/${file}.wasm`);
  const built = split ? await divide(name, whole, folder) : whole;
  await runStep(`${name}: bind`, `${TOOLS}/wasm-bindgen`, [
    ...['--target', 'web', '--no-typescript', '--omit-default-module-path', '--experimental-reset-state-function'],
    ...(dev ? ['--keep-debug'] : ['--remove-name-section', '--remove-producers-section']),
    ...(split ? BIND : []),
    ...['--out-name', name, '--out-dir', at(folder), built],
  ]);
  if (split) joinGlue(folder, name);
}

/**
 * Stops where a module needs another glue than that of the first dialect's, which is delivered with
 * it. Dialects differ in plain Rust alone; what a module wants of the browser is the same for all.
 *
 * @param {Widget} widget
 */
function sameGlue(widget) {
  const code = (/** @type {Widget} */ one) =>
    readFileSync(at(`${folderOf(one, false)}/${one}.js`), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .replaceAll(`${one}_bg`, '');
  const first = firstOf(widget);
  if (code(widget) !== code(first)) {
    throw new Stop(
      `The glue of the ${widget} is not the ${first}'s: it uses something of the browser that the other does not.`,
    );
  }
}

/** For a widget that was left out: the bundle needs something in its place. @param {Widget} widget @param {boolean} dev */
function standIn(widget, dev) {
  const folder = at(folderOf(widget, dev));
  mkdirSync(folder, { recursive: true });
  const names = ['mount', 'update', 'command', 'unmount', '__wbg_reset_state'];
  const text = `export default function init() { throw new Error('built without the ${widget}'); }\n`;
  writeFileSync(`${folder}/${widget}.js`, text + names.map((name) => `export const ${name} = init;\n`).join(''));
}

/** The scripts. */
async function bundle() {
  const glue = 'target/widgets/release';
  const scripts = [...WIDGETS, MODEL].map((name) => `${folderOf(name, false)}/${name}.js`);
  const from = digest(['www/src', 'www/styles', 'vite.config.ts', 'package-lock.json', ...scripts]);
  const makes = ['auto', 'index', 'messenger', 'desk', MODEL].map((name) => `dist/${name}.js`);
  await unlessFresh('bundle', { from, makes }, async () => {
    mkdirSync(at('dist'), { recursive: true });
    remove(/\.js$/);
    const vite = at('node_modules/vite/bin/vite.js');
    for (const mode of ['auto', 'package']) {
      const before = contents();
      const args = [vite, 'build', '--mode', mode, '--logLevel', 'warn'];
      await runStep(`bundle: ${mode}`, process.execPath, args, { INBOX_GLUE: glue });
      for (const [name, text] of Object.entries(before)) {
        // A file that both make is loaded by both; it must not matter which was made last.
        if (contents()[name] !== text) {
          throw new Stop(`dist/${name} differs between the bundles: it imports a module that an element imports, too.`);
        }
      }
    }
  });
  for (const name of [...ALL, MODEL]) {
    for (const file of [`${name}_bg.wasm`, partOf(name)]) {
      const module = `${folderOf(name, false)}/${file}`;
      if (exists(module)) copyFileSync(at(module), at('dist', file));
    }
  }
}

/** The scripts in dist/ by name. @returns {Record<string, string>} */
function contents() {
  const names = readdirSync(at('dist')).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(at('dist', name), 'utf8')]));
}

/** @param {RegExp} pattern of names in dist/ */
function remove(pattern) {
  for (const name of readdirSync(at('dist'))) {
    if (pattern.test(name)) rmSync(at('dist', name));
  }
}

/** The types. */
async function declare() {
  const from = digest(['www/src', 'tsconfig.json', 'package-lock.json']);
  await unlessFresh('types', { from, makes: ['dist/index.d.ts', 'dist/auto.d.ts'] }, async () => {
    await runStep('types', process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.json')]);
  });
}

/** Each file as it travels, for servers that send what lies beside it. */
async function compress() {
  const names = readdirSync(at('dist')).filter((name) => /\.(js|wasm)$/.test(name));
  const makes = names.flatMap((name) => [`dist/${name}.br`, `dist/${name}.gz`]);
  const from = digest(names.map((name) => `dist/${name}`));
  await unlessFresh('compress', { from, makes }, () =>
    step('compress', async () => {
      remove(/\.(br|gz)$/);
      await Promise.all(names.map(compressOne));
    }),
  );
}

/** @param {string} name in dist/ */
async function compressOne(name) {
  const bytes = readFileSync(at('dist', name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  writeFileSync(at('dist', `${name}.br`), brotli);
  writeFileSync(at('dist', `${name}.gz`), gzipped);
}

whenProgram(import.meta.url, async () => {
  const { values } = parseArgs({
    options: { dev: { type: 'boolean' }, only: { type: 'string' }, dialect: { type: 'string' } },
  });
  const { dialect } = values;
  if (dialect !== undefined) checkDialect(dialect);
  const names = /** @type {const} */ ([...ALL, MODEL]);
  const only = names.find((name) => name === values.only);
  if (values.only !== undefined && !only) throw new Stop(`--only takes ${names.join(' or ')}, not ${values.only}`);
  const since = performance.now();
  await checkMachine('npm run build');
  await build({ dev: values.dev ?? false, only, dialect });
  say(`  built in ${seconds(since)}`);
});
