/** What has to be on the machine: Node, Rust, npm packages, wasm-bindgen. Installs what can be installed. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { at, exists, run, runStep, say, Stop, which } from './run.mjs';

export const TARGET = 'wasm32-unknown-unknown';

/** The lowest version that Vite runs on; package.json has the same. */
const NODE = [20, 19];

/** @param {string} again the command to repeat when the cause is removed */
export async function checkMachine(again) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = NODE;
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Stop(
      `Node ${NODE.join('.')} or newer is needed; this is ${process.versions.node}.\n` +
        `Install it from https://nodejs.org (or with nvm, fnm, volta), then: ${again}`,
    );
  }
  if (!which('cargo')) {
    throw new Stop(
      'Rust is needed, and there is no cargo.\n' +
        `Install it from https://rustup.rs, open a new terminal (so that PATH knows it), then: ${again}`,
    );
  }
  await ensureToolchain(again);
}

/** The toolchain that rust-toolchain.toml names. @param {string} again */
async function ensureToolchain(again) {
  const version = await run('rustc', ['--version']);
  if (version.code === 0) return;
  const file = readFileSync(at('rust-toolchain.toml'), 'utf8');
  const channel = /channel\s*=\s*"([^"]+)"/.exec(file)?.[1] ?? 'stable';
  if (!which('rustup')) {
    throw new Stop(
      `${version.output.trim()}\n\nRust ${channel} is needed: install rustup from https://rustup.rs, then: ${again}`,
    );
  }
  const parts = ['--profile', 'minimal', '--component', 'clippy', '--component', 'rustfmt', '--target', TARGET];
  await runStep(`install Rust ${channel}`, 'rustup', ['toolchain', 'install', channel, ...parts]);
}

/** The part of Rust's standard library that is compiled for browsers. */
export async function ensureTarget() {
  const { stdout } = await run('rustc', ['--print', 'target-libdir', '--target', TARGET]);
  if (existsSync(stdout.trim())) return;
  if (!which('rustup')) {
    throw new Stop(
      `This Rust has no ${TARGET}. Install rustup from https://rustup.rs, or add the target your system's way.`,
    );
  }
  await runStep(`install the target ${TARGET}`, 'rustup', ['target', 'add', TARGET]);
}

/**
 * The source of Rust's standard library, from which the widgets' own is compiled; see
 * docs/adr/0011. Whether it is there.
 */
export async function ensureSources() {
  const { stdout } = await run('rustc', ['--print', 'sysroot']);
  const source = `${stdout.trim()}/lib/rustlib/src/rust/library/Cargo.lock`;
  if (!existsSync(source) && which('rustup')) {
    const { code, output } = await run('rustup', ['component', 'add', 'rust-src']);
    if (code !== 0) say(`  rust-src cannot be had, the widgets get larger: ${output.trim().split('\n').at(-1)}`);
  }
  return existsSync(source);
}

const digestOf = (/** @type {string} */ path) =>
  createHash('sha256')
    .update(readFileSync(at(path)))
    .digest('hex');

/** The npm packages of package-lock.json, exactly. */
export async function ensurePackages() {
  const stamp = 'node_modules/.lock-digest';
  const lock = digestOf('package-lock.json');
  if (exists(stamp)) {
    if (readFileSync(at(stamp), 'utf8') === lock) return;
  } else if (exists('node_modules/.package-lock.json')) {
    // Somebody ran npm by hand; it keeps the time.
    const installed = statSync(at('node_modules/.package-lock.json')).mtimeMs;
    if (installed >= statSync(at('package-lock.json')).mtimeMs) return;
  }
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await (npm
    ? runStep('install npm packages', process.execPath, [npm, ...args])
    : runStep('install npm packages', 'npm', args));
  writeFileSync(at(stamp), lock);
}

/** Where wasm-bindgen's programs are: installed here, because their version has to be the library's. */
export const TOOLS = at('target/tools/bin');

/** wasm-bindgen and its test runner, of the version in Cargo.lock. */
export async function ensureWasmBindgen() {
  const lock = readFileSync(at('Cargo.lock'), 'utf8');
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (version === undefined) throw new Stop('Cargo.lock has no wasm-bindgen. Run: cargo generate-lockfile');
  const installed = await run(`${TOOLS}/wasm-bindgen`, ['--version']);
  if (installed.code === 0 && installed.stdout.includes(` ${version}`)) return version;
  const args = ['install', `wasm-bindgen-cli@${version}`, '--root', at('target/tools'), '--force'];
  // It runs for a second; compiling it well would take a minute longer.
  const env = { CARGO_PROFILE_RELEASE_OPT_LEVEL: '1', CARGO_PROFILE_RELEASE_DEBUG: 'false' };
  await runStep(`install wasm-bindgen ${version}`, 'cargo', args, env);
  return version;
}

/** What divides a module in two, www/tools/lib/split.mjs; it fits wasm_split_helpers 0.2. */
const WASM_SPLIT = '0.2.4';

/** Installs it, unless it is there. */
export async function ensureWasmSplit() {
  const stamp = 'target/tools/wasm-split';
  if (exists(stamp) && readFileSync(at(stamp), 'utf8') === WASM_SPLIT) return;
  const args = ['install', `wasm_split_cli_support@${WASM_SPLIT}`, '--features', 'build-binary'];
  const env = { CARGO_PROFILE_RELEASE_OPT_LEVEL: '1', CARGO_PROFILE_RELEASE_DEBUG: 'false' };
  await runStep(`install wasm-split ${WASM_SPLIT}`, 'cargo', [...args, '--root', at('target/tools'), '--force'], env);
  writeFileSync(at(stamp), WASM_SPLIT);
}
