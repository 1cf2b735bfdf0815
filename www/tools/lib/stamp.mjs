/** Remembers from what something was made, so that it is not made again from the same. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from './run.mjs';

const FILE = at('target/widgets/stamps.json');

/** @returns {Record<string, string>} */
function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * A digest of files and folders by their contents, and of `extra`.
 *
 * @param {string[]} paths relative to the root
 * @param {string} [extra]
 */
export function digest(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  const add = (/** @type {string} */ path) => {
    const full = at(path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else {
      hash.update(`\0${path}\0`).update(readFileSync(full));
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/**
 * Makes something unless it is there and was made from the same.
 *
 * @param {string} name
 * @param {{ from: string, makes: string[] }} what `from` is a digest; `makes` are paths relative to the root
 * @param {() => Promise<void>} make
 * @returns {Promise<boolean>} whether it was made
 */
export async function unlessFresh(name, { from, makes }, make) {
  if (read()[name] === from && makes.every((path) => existsSync(at(path)))) return false;
  await make();
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify({ ...read(), [name]: from }, undefined, 2)}\n`);
  return true;
}
