/** Runs the steps of `npm test` one after the other, goes on past failures, and sums up. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { at, paint, run, say, seconds, step, Stop } from './run.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {[string, ...string[]]} [command]
 * @property {() => Promise<unknown>} [act] instead of a command
 * @property {Record<string, string>} [env]
 * @property {string[]} [needs] names of steps without which this one makes no sense
 * @property {(output: string) => Counts} [count] for steps that run tests
 *
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ name: string, state: 'passed' | 'failed' | 'not run', time: number, counts: Counts | undefined, log: string }} Report
 */

/** @param {string} output @param {RegExp} pattern with one group, global */
const total = (output, pattern) => [...output.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);

const LOGS = 'target/test-logs';

// eslint-disable-next-line no-control-regex
const plain = (/** @type {string} */ text) => text.replace(/\x1b\[[0-9;]*m/g, '');

/** How each runner tells how many passed. @satisfies {Record<string, (output: string) => Counts>} */
export const counting = {
  /** @param {string} output */
  cargo: (output) => ({
    passed: total(output, /test result: \w+\. (\d+) passed/g),
    failed: total(output, /test result: \w+\. \d+ passed; (\d+) failed/g),
  }),
  /** @param {string} output */
  nextest: (output) => ({
    passed: total(output, /Summary .*? (\d+) passed/g),
    failed: total(output, /Summary .*? (\d+) (?:failed|timed out)/g),
  }),
  /** @param {string} output */
  vitest: (output) => ({
    passed: total(output, /^ *Tests .*?(\d+) passed/gm),
    failed: total(output, /^ *Tests +(\d+) failed/gm),
  }),
  /** @param {string} output */
  playwright: (output) => ({
    passed: total(output, /^ +(\d+) passed/gm) + total(output, /^ +(\d+) flaky/gm),
    failed: total(output, /^ +(\d+) (?:failed|did not run|interrupted)/gm),
  }),
};

/**
 * @param {Step} one
 * @param {boolean} verbose
 * @returns {Promise<Report>}
 */
async function perform(one, verbose) {
  const since = performance.now();
  const log = `${LOGS}/${one.name.replaceAll(/[^a-z0-9]+/gi, '-')}.log`;
  let output = '';
  let failed = false;
  const work = async (/** @type {(line: string) => void} */ onLine) => {
    if (one.command) {
      const [program, ...args] = one.command;
      const result = await run(program, args, { env: one.env ?? {}, onLine, echo: verbose });
      output = plain(result.output);
      if (result.code !== 0) throw new Stop(`${one.command.join(' ')}: status ${result.code}`);
    } else {
      await one.act?.();
    }
  };
  try {
    if (one.act || verbose) {
      say(`  ${one.name}`); // it has lines of its own
      await work(() => undefined);
    } else {
      await step(one.name, work);
    }
  } catch (error) {
    failed = true;
    output += error instanceof Stop ? `\n${error.message}\n` : `\n${error instanceof Error ? error.stack : error}\n`;
  }
  writeFileSync(at(log), output);
  if (failed && !(verbose && one.command)) say(indent(lastLines(output, 200)));
  const counts = one.count?.(output);
  return { name: one.name, state: failed ? 'failed' : 'passed', time: performance.now() - since, counts, log };
}

const indent = (/** @type {string} */ text) => text.replaceAll(/^/gm, '    ');

/** @param {string} text @param {number} most */
function lastLines(text, most) {
  const lines = text.trimEnd().split('\n');
  const left = lines.length - most;
  return left > 0
    ? [`(${left} lines before; all of them are in ${LOGS}/)`, ...lines.slice(left)].join('\n')
    : lines.join('\n');
}

/**
 * Performs all steps.
 *
 * @param {Step[]} steps
 * @param {{ verbose: boolean }} options
 * @returns {Promise<boolean>} whether everything passed
 */
export async function performAll(steps, { verbose }) {
  mkdirSync(at(LOGS), { recursive: true });
  /** @type {Report[]} */
  const reports = [];
  for (const one of steps) {
    const missing = one.needs?.find((name) =>
      reports.some((report) => report.name === name && report.state !== 'passed'),
    );
    if (missing === undefined) {
      reports.push(await perform(one, verbose));
    } else {
      say(`  ${paint(33, '–')} ${one.name}: not run, for want of: ${missing}`);
      reports.push({ name: one.name, state: 'not run', time: 0, counts: undefined, log: '' });
    }
  }
  return summarise(reports);
}

/** @param {Report[]} reports */
function summarise(reports) {
  const width = Math.max(...reports.map(({ name }) => name.length));
  console.log(`\n  ${'step'.padEnd(width)}     time   passed  failed`);
  let [passed, failed] = [0, 0];
  for (const { name, state, time, counts, log } of reports) {
    passed += counts?.passed ?? 0;
    // A step that fails without a failed test, as a compiler does, is one failure.
    const failures = Math.max(counts?.failed ?? 0, state === 'passed' ? 0 : 1);
    failed += failures;
    const numbers = counts ? `${String(counts.passed).padStart(6)}  ${String(counts.failed).padStart(6)}` : '';
    const mark = { passed: paint(32, '✓'), failed: paint(31, '✗'), 'not run': paint(33, '–') }[state];
    const tail = state === 'passed' ? '' : `   ${state}${log && `, see ${log}`}`;
    console.log(
      `${mark} ${name.padEnd(width)} ${seconds(performance.now() - time).padStart(8)}   ${numbers.padEnd(14)}${tail}`,
    );
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
}
