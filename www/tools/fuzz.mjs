/**
 * `npm run fuzz [-- NAME… [--seconds N]]`: feeds mutated inputs to the checks in fuzz/, each for so
 * long (ten minutes unless told otherwise), as many at once as there are cores. What breaks one is
 * kept in fuzz/found/, where a test takes it up.
 */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { at, run, runStep, say, Stop, whenProgram } from './lib/run.mjs';
import { checkMachine, TOOLS } from './lib/tools.mjs';

/** The checks; each has a program of its name. */
const NAMES = readdirSync(at('fuzz/targets')).map((name) => basename(name, '.rs'));

/** Pinned, so that what is found can be found again. */
const CARGO_FUZZ = '0.13.2';

async function ensureFuzzer() {
  const installed = await run(`${TOOLS}/cargo-fuzz`, ['--version']);
  if (installed.code === 0 && installed.stdout.includes(` ${CARGO_FUZZ}`)) return;
  await runStep('install cargo-fuzz', 'cargo', [
    'install',
    `cargo-fuzz@${CARGO_FUZZ}`,
    '--root',
    at('target/tools'),
    '--force',
  ]);
}

/** All files of a folder and of those within. @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(at(folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(at(path)).isDirectory() ? files(path) : [path];
  });
}

/** Samples to begin with: the specifications' examples, or the contracts' payloads. @param {string} name */
function seed(name) {
  const corpus = `target/fuzz/corpus/${name}`;
  mkdirSync(at(corpus), { recursive: true });
  const samples = 'crates/dialects/tests/contract/examples';
  if (name === 'markdown') {
    for (const file of files('crates/model/tests/spec').filter((file) => file.endsWith('.json'))) {
      for (const { example, markdown } of JSON.parse(readFileSync(at(file), 'utf8'))) {
        writeFileSync(at(corpus, `${basename(file)}-${example}`), `\0${markdown}`);
      }
    }
  }
  const vendor = name.replace('_', '');
  for (const file of files(samples).filter((file) => file.includes(`/${vendor}/`))) {
    copyFileSync(at(file), at(corpus, basename(file)));
  }
  return at(corpus);
}

/** @param {string} name @param {number} seconds */
async function fuzz(name, seconds) {
  const found = at('fuzz/found', name);
  mkdirSync(found, { recursive: true });
  const limits = [`-max_total_time=${seconds}`, '-max_len=65536', '-timeout=20', '-rss_limit_mb=2048'];
  // Without sanitizers, so that the stable toolchain does: what is looked for is a panic, and there is no unsafe code.
  const options = ['run', '--sanitizer', 'none', '--fuzz-dir', 'fuzz', '--features', 'fuzzer', name, seed(name)];
  const { code, output } = await runStep(`fuzz ${name}`, `${TOOLS}/cargo-fuzz`, [
    ...options,
    '--',
    ...limits,
    `-artifact_prefix=${found}/`,
    '-print_final_stats=1',
  ]);
  const runs = /stat::number_of_executed_units:\s*(\d+)/.exec(output)?.[1] ?? '?';
  const covered = /cov: (\d+) [^\n]*\n(?![\s\S]*cov: )/.exec(output)?.[1] ?? '?';
  say(`    ${name}: ${runs} inputs, ${covered} edges, nothing found (status ${code})`);
}

whenProgram(import.meta.url, async () => {
  const { values, positionals } = parseArgs({ options: { seconds: { type: 'string' } }, allowPositionals: true });
  const seconds = Number(values.seconds ?? 600);
  if (!Number.isInteger(seconds) || seconds < 1) throw new Stop('--seconds takes a number of seconds.');
  const unknown = positionals.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no check ${unknown.join(', ')}; there are ${NAMES.join(', ')}.`);
  await checkMachine('npm run fuzz');
  await ensureFuzzer();
  const waiting = positionals.length > 0 ? positionals : [...NAMES];
  // The first alone, because it compiles what all of them need.
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await fuzz(name, seconds);
  };
  const { code, output } = await run(
    `${TOOLS}/cargo-fuzz`,
    [...['build', '--sanitizer', 'none', '--fuzz-dir', 'fuzz', '--features', 'fuzzer']],
    { echo: true },
  );
  if (code !== 0) throw new Stop(output);
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
});
