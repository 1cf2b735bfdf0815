/** Runs programs and shows how far they are. Everything that is said here goes to stderr: stdout is for results. */

import { spawn } from 'node:child_process';
import { existsSync, accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The root of the checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** @param {...string} parts a path relative to the root */
export const at = (...parts) => join(ROOT, ...parts);

/** Something that the person at the keyboard can put right. Its message is all that is printed. */
export class Stop extends Error {}

/** @param {string} line */
export const say = (line = '') => process.stderr.write(`${line}\n`);

const colours = process.stderr.isTTY && !process.env['NO_COLOR'];

/** @param {number} code @param {string} text */
export const paint = (code, text) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);

/** @param {number} since from `performance.now()` */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** @param {string} name of a program; @returns its path, if it is there */
export function which(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const suffix of suffixes) {
      const path = join(folder, name + suffix);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @typedef {object} Result
 * @property {number} code its exit status; 127 if it could not be started
 * @property {string} stdout
 * @property {string} output both streams as they came
 */

/**
 * Runs a program to its end and keeps what it says.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, onLine?: (line: string) => void, echo?: boolean, cwd?: string }} [options]
 * @returns {Promise<Result>}
 */
export function run(program, args, { env = {}, onLine, echo = false, cwd = ROOT } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let output = '';
    const listen = (/** @type {boolean} */ isStdout) => (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output += text;
      if (isStdout) stdout += text;
      if (echo) process.stderr.write(text);
      const line = text.trimEnd().split('\n').at(-1)?.trim();
      if (line) onLine?.(line);
    };
    child.stdout.on('data', listen(true));
    child.stderr.on('data', listen(false));
    child.on('error', (error) => done({ code: 127, stdout, output: `${output}${program}: ${error.message}\n` }));
    child.on('close', (code, signal) => {
      if (signal) output += `${program} was ended by ${signal}\n`;
      done({ code: code ?? 1, stdout, output });
    });
  });
}

/**
 * A step of a build: one line when it is done, and a sign of life while it lasts.
 *
 * @template T
 * @param {string} title
 * @param {(tell: (line: string) => void) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function step(title, act) {
  const since = performance.now();
  const live = process.stderr.isTTY;
  let latest = '';
  const show = () => {
    if (live) process.stderr.write(`\r\x1b[2K  ${title}  ${paint(2, `${seconds(since)}  ${latest}`.slice(0, 90))}`);
    else say(`  … ${title}  ${seconds(since)}  ${latest}`);
  };
  const timer = setInterval(show, live ? 200 : 20_000);
  const clear = () => {
    clearInterval(timer);
    if (live) process.stderr.write('\r\x1b[2K');
  };
  try {
    const result = await act((line) => (latest = line));
    clear();
    say(`  ${paint(32, '✓')} ${title}  ${paint(2, seconds(since))}`);
    return result;
  } catch (error) {
    clear();
    say(`  ${paint(31, '✗')} ${title}  ${paint(2, seconds(since))}`);
    throw error;
  }
}

/**
 * A step that is one program.
 *
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runStep(title, program, args, env = {}) {
  return step(title, async (onLine) => {
    const result = await run(program, args, { env, onLine });
    if (result.code !== 0) {
      throw new Stop(
        `${result.output.trimEnd()}\n\n${title}: failed. The command was: ${[program, ...args].join(' ')}`,
      );
    }
    return result;
  });
}

/**
 * Runs `main` if the file of this address is the program, and puts failures into words.
 *
 * @param {string} url `import.meta.url` of the caller
 * @param {() => Promise<void>} main
 */
export function whenProgram(url, main) {
  if (!process.argv[1] || pathToFileURL(resolve(process.argv[1])).href !== url) return;
  main().catch((error) => {
    say(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  });
}

/** @param {string} path relative to the root */
export const exists = (path) => existsSync(at(path));
