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

/** @typedef {{ imports: [module: string, name: string, short: string][], exports: [name: string, short: string][] }} Names */

/** @param {string} tool of binaryen @param {string[]} args @returns {Promise<string>} what it printed */
async function binaryen(tool, args) {
  const { code, stdout, output } = await run(process.execPath, [at('node_modules/binaryen/bin', tool), ...args]);
  if (code !== 0) throw new Stop(`${tool} failed:\n${output}`);
  return stdout;
}

/** @param {string} folder with NAME.js and NAME_bg.wasm @param {string} name */
export async function shrink(folder, name) {
  const module = at(folder, `${name}_bg.wasm`);
  const [graph, small] = [`${module}.graph.json`, `${module}.small`];
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(module)));
  const used = exported.map((one) => one.name).filter((one) => !UNUSED.test(one));
  const nodes = used.map((one) => ({ name: one, export: one, root: true }));
  writeFileSync(graph, JSON.stringify(nodes));
  await binaryen('wasm-metadce', [module, '--graph-file', graph, ...FEATURES, '-o', small]);
  const minify = ['--minify-imports-and-exports-and-modules', ...FEATURES];
  const printed = await binaryen('wasm-opt', ['-O2', '--shrink-level=1', small, ...minify, '-o', module]);
  rmSync(graph);
  rmSync(small);
  const glue = at(folder, `${name}.js`);
  const text = rewrite(readFileSync(glue, 'utf8'), JSON.parse(printed));
  const made = new WebAssembly.Module(readFileSync(module));
  for (const { name: wanted } of WebAssembly.Module.imports(made)) {
    if (!text.includes(`\n        ${wanted}: `)) throw new Stop(`The glue of the ${name} lacks the import ${wanted}.`);
  }
  writeFileSync(`${glue}.small`, text);
  renameSync(`${glue}.small`, glue);
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
      if (!/^__wb/.test(name)) return all;
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
