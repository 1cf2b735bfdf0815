/**
 * Makes a widget's module and glue small: what nobody calls is left out, and the names by which the
 * two know each other, of which each carries a digest that nothing compresses, become letters.
 */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { at, run, Stop } from './run.mjs';

/** What rustc emits for this target, so that binaryen neither refuses it nor adds to it. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'call-indirect-overlong',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((feature) => `--enable-${feature}`);

/**
 * Classes that a library of Leptos's server functions exports for streams that Rust hands to
 * JavaScript. The widgets have no server functions; exports are never left out by themselves.
 */
const UNUSED = /intounderlying(byte)?(source|sink)/i;

/**
 * What the glue has for browsers that are too old for the widgets, for other ways of starting a
 * module than ours, and against what cannot happen here. `unless` is what would make it happen.
 *
 * @type {{ from: RegExp, to: string, unless?: RegExp }[]}
 */
const NEEDLESS = [
  // Every browser that has the widgets' CSS has these.
  { from: /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{\n[\s\S]*?^\}\n/m, to: '' },
  {
    from: /\(typeof FinalizationRegistry === 'undefined'\)\n\s*\? .*\n\s*: (?=new FinalizationRegistry\(state)/,
    to: '',
  },
  // A memory that has grown has another buffer.
  {
    from: /cachedDataViewMemory0\.buffer\.detached === true \|\| \(.*?detached === undefined && (.*?)\)\)/,
    to: '$1)',
  },
  // Nobody passes a text without the means to make room for it.
  {
    from: /^ {4}if \(realloc === undefined\) \{\n[\s\S]*?^ {4}\}\n/m,
    to: '',
    unless: /(?<!function )passStringToWasm0\([^,()]+, [^,()]+\)/,
  },
  // Starting over by itself is for modules that ask for it.
  { from: /^function __wbg_call_guard\(\) \{\n[\s\S]*?^\}\n/m, to: '', unless: /__wbg_reinit_scheduled = true/ },
  // runtime/loader.ts asks for the module and looks at the answer.
  {
    from: /^ {4}if \(module_or_path !== undefined\) \{\n([\s\S]*?\n)^ {4}\}\n/m,
    to: '    ({module_or_path} = module_or_path);\n',
  },
  { from: /^ {4}if \(typeof module_or_path === 'string' .*\n.*\n {4}\}\n/m, to: '' },
  { from: /^ {8}if \(!module\.ok\) \{\n[\s\S]*?^ {8}\}\n/m, to: '' },
  {
    from: /^ {12}try \{\n( {16}return await WebAssembly\.instantiateStreaming.*\n) {12}\} catch \(e\) \{\n[\s\S]*?^ {12}\}\n/m,
    to: '$1',
  },
];

/** @typedef {{ imports: [module: string, name: string, short: string][], exports: [name: string, short: string][] }} Names */

/** @param {string} tool of binaryen @param {string[]} args @returns {Promise<string>} what it printed */
async function binaryen(tool, args) {
  const { code, stdout, output } = await run(process.execPath, [at('node_modules/binaryen/bin', tool), ...args]);
  if (code !== 0) throw new Stop(`${tool} failed:\n${output}`);
  return stdout;
}

/** What makes a module small. */
export const SMALL = ['-O2', '--shrink-level=1'];

/** Lets binaryen rewrite a module in its place. @param {string} folder @param {string} file in it @param {string[]} how */
export async function optimise(folder, file, how) {
  const module = at(folder, file);
  await binaryen('wasm-opt', [module, ...how, ...FEATURES, '-o', module]);
}

/** @param {string} folder with NAME.js and NAME_bg.wasm @param {string} name */
export async function shrink(folder, name) {
  const module = at(folder, `${name}_bg.wasm`);
  const [graph, small] = [`${module}.graph.json`, `${module}.small`];
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(module)));
  const glue = at(folder, `${name}.js`);
  const before = readFileSync(glue, 'utf8');
  const used = exported.filter((one) =>
    one.kind === 'function' ? !UNUSED.test(one.name) : new RegExp(`\\bwasm\\.${one.name}\\b`).test(before),
  );
  const nodes = used.map((one) => ({ name: one.name, export: one.name, root: true }));
  writeFileSync(graph, JSON.stringify(nodes));
  await binaryen('wasm-metadce', [module, '--graph-file', graph, ...FEATURES, '-o', small]);
  const minify = ['--minify-imports-and-exports-and-modules', ...FEATURES];
  const printed = await binaryen('wasm-opt', [...SMALL, small, ...minify, '-o', module]);
  rmSync(graph);
  rmSync(small);
  const text = trim(rewrite(before, JSON.parse(printed)));
  const made = new WebAssembly.Module(readFileSync(module));
  for (const { name: wanted } of WebAssembly.Module.imports(made)) {
    if (!text.includes(`\n        ${wanted}: `)) throw new Stop(`The glue of the ${name} lacks the import ${wanted}.`);
  }
  writeFileSync(`${glue}.small`, text);
  renameSync(`${glue}.small`, glue);
}

/**
 * The glue without what is never run, and with shorter forms of the same.
 *
 * @param {string} glue
 */
export function trim(glue) {
  const text = NEEDLESS.reduce((text, { from, to, unless }) => {
    if (!from.test(text)) throw new Stop(`The glue has changed; www/tools/lib/shrink.mjs looks for ${from}.`);
    return unless?.test(text) ? text : text.replace(from, to);
  }, glue);
  const guarded = /^function __wbg_call_guard\b/m.test(text);
  const catching =
    /: function\(\) \{ return handleError\(function \((.*?)\) \{\n([\s\S]*?)^ {8}\}, arguments\); \},$/gm;
  const handler =
    /^function handleError\(f, args\) \{\n( {4}try \{\n {8}return f)\.apply\(this, args\);\n([\s\S]*?)^\}\n/m;
  const small = (guarded ? text : text.replaceAll(/^ *__wbg_call_guard\(\);\n/gm, ''))
    // No import cares for `this` or for how many arguments there are.
    .replaceAll(catching, ': handled(($1) => {\n$2        }),')
    .replace(handler, 'function handled(f) {\n    return (...args) => {\n$1(...args);\n$2    };\n}\n')
    .replaceAll(/^( {8}\w+): function\((.*?)\) \{$/gm, '$1: ($2) => {');
  if (small.includes('handleError'))
    throw new Stop('The glue has changed; www/tools/lib/shrink.mjs misses its handleError.');
  return small;
}

/**
 * The glue with the short names and without what the module does not import.
 *
 * @param {string} glue as wasm-bindgen writes it @param {Names} names as wasm-opt prints them
 */
export function rewrite(glue, { imports, exports }) {
  const shortOf = new Map(imports.map(([, name, short]) => [name, short]));
  const modules = new Set(imports.map(([module]) => module));
  const text = glue
    // Classes and what stands beside them.
    .replaceAll(/^export class (\w+) \{\n[\s\S]*?^\}\n/gm, (all, name) => (UNUSED.test(name) ? '' : all))
    .replaceAll(/^if \(Symbol\.dispose\) (\w+).*\n/gm, (all, name) => (UNUSED.test(name) ? '' : all))
    .replaceAll(/^const (\w+)Finalization = [\s\S]*?^\}\);\n/gm, (all, name) => (UNUSED.test(name) ? '' : all))
    // Members of the object of imports, which stand eight spaces in and end there.
    .replaceAll(/^ {8}(\w+): (function[\s\S]*?^ {8}\}.*,\n|\w.*,\n)/gm, (all, name, value) => {
      if (!/^__w(b|asm_split)/.test(name)) return all;
      const short = shortOf.get(name);
      return short === undefined ? '' : `        ${short}: ${value}`;
    });
  const named = exports.reduce(
    (text, [name, short]) => text.replaceAll(new RegExp(`\\bwasm\\.${name}\\b`, 'g'), () => `wasm.${short}`),
    text,
  );
  // All imports are of one module, and wasm-opt calls it `a`.
  return [...modules].reduce((text, module) => text.replace(`"${module}": import0`, '"a": import0'), named);
}
