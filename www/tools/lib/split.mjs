/**
 * Divides a module in two: what it begins with, and what is loaded later. The source says where, by
 * `#[wasm_split]`; what is only reached from there goes into the second module. Both share a memory
 * and a table of functions, and neither copies anything of the other.
 */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { at, runStep, Stop } from './run.mjs';
import { TOOLS } from './tools.mjs';

/** What the linker has to leave in a module, so that it can be divided. */
export const LINK = ['-Clink-arg=--emit-relocs'];

/** What wasm-bindgen has to leave in it, so that the second module finds its place. */
export const BIND = ['--keep-lld-exports'];

/** What the second module asks of the first; binaryen has to leave it there, too. */
const SHARED = ['memory', '__indirect_function_table', '__wasm_split_shared0'];

/** The module that the two were, in the imports of the first. */
const LINKED = './__wasm_split.js';

/** The name of the loaded part in the source. */
const PART = 'more';

/** Where the second module of NAME is: NAME_more.wasm. @param {string} name */
export const partOf = (name) => `${name}_${PART}.wasm`;

/** Divides what the compiler made. @param {string} name @param {string} built the module @param {string} folder @returns {Promise<string>} the first of the two */
export async function divide(name, built, folder) {
  mkdirSync(at(folder), { recursive: true });
  await runStep(`${name}: divide`, `${TOOLS}/wasm-split-cli`, ['--target', 'web', built, at(folder)]);
  renameSync(at(folder, `split_${PART}.wasm`), at(folder, partOf(name)));
  return at(folder, 'main.wasm');
}

/**
 * Has the glue load the second module, which whoever starts the first tells it how to get. The
 * command line makes a script of its own for that, which knows neither.
 *
 * @param {string} folder with NAME.js @param {string} name
 */
export function joinGlue(folder, name) {
  const file = at(folder, `${name}.js`);
  const glue = readFileSync(file, 'utf8');
  const load = `__wasm_split_load_${PART}`;
  /** @type {[from: RegExp, to: string][]} */
  const changes = [
    [new RegExp(`^import \\* as import\\d+ from "${LINKED.replaceAll('.', '\\.')}";?\\n`, 'm'), ''],
    [new RegExp(`^ *"${LINKED.replaceAll('.', '\\.')}": import\\d+,\\n`, 'm'), ''],
    [
      /^( {4}const import0 = \{\n)/m,
      `$1        ${load}: function(arg0, arg1) {\n            loadMore(arg0, arg1);\n        },\n`,
    ],
    [/^(async function __wbg_init\(.*\) \{\n)/m, `$1    more = module_or_path.more;\n`],
    [/^(let wasm.*;\n)/m, `$1${LOADING}`],
  ];
  const text = changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Stop(`The glue has changed; www/tools/lib/split.mjs looks for ${from}.`);
    return text.replace(from, to);
  }, glue);
  writeFileSync(file, text);
}

/** Tells the module when the other one is there, or that it cannot be had. */
const LOADING = `let more;
async function loadMore(callback, data) {
    // The module may have been started over by then.
    const table = wasm.__indirect_function_table;
    const shared = { __wasm_split: { ${SHARED.map((name) => `${name}: wasm.${name}`).join(', ')} } };
    let loaded = true;
    try {
        const input = await more();
        await (input instanceof Response
            ? WebAssembly.instantiateStreaming(input, shared)
            : WebAssembly.instantiate(input, shared));
    } catch (error) {
        console.error(error);
        loaded = false;
    }
    table.get(callback)(data, loaded);
}
`;
