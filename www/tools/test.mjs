/**
 * `npm test`: everything that CI runs, quick checks first. `npm run check` is the same without a
 * browser.
 *
 * --no-browser        leaves out what needs a browser
 * --verbose           shows all output; otherwise only that of failed steps
 * --only a,b          only steps whose name contains one of these
 */

import { parseArgs } from 'node:util';
import { build, DIALECTS, FEATURES } from './build.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { at, exists, run, say, whenProgram } from './lib/run.mjs';
import { buildServer } from './lib/server.mjs';
import { counting, performAll } from './lib/steps.mjs';
import { checkMachine, ensurePackages, ensureTarget, ensureWasmBindgen, TARGET, TOOLS } from './lib/tools.mjs';
import { readdirSync } from 'node:fs';

/** @typedef {import('./lib/steps.mjs').Step} Step */

/** @param {string} path in node_modules @param {...string} args @returns {[string, ...string[]]} */
const node = (path, ...args) => [process.execPath, at('node_modules', path), ...args];

const DENY = ['--', '-D', 'warnings'];
/** Both widgets at once, on all dialects: for what is common to all. */
const WIDGET_FEATURES = `messenger,desk,${DIALECTS.join()}`;
const WIDGETS = ['-p', 'inbox-widgets', '--target', TARGET, '--no-default-features'];

/** @returns {Step[]} quick, and needing nothing but the tools */
function checks() {
  return [
    { name: 'format of Rust', command: ['cargo', 'fmt', '--all', '--check'] },
    { name: 'tidy', command: ['cargo', 'run', '--quiet', '-p', 'xtask', '--', 'tidy'] },
    { name: 'npm packages', act: ensurePackages },
    { name: 'format of the rest', command: node('prettier/bin/prettier.cjs', '--check', '.'), needs: ['npm packages'] },
    ...[
      'tsconfig.json',
      'www/tools/tsconfig.json',
      'www/tsconfig.json',
      'tests/e2e/tsconfig.json',
      'tests/model/tsconfig.json',
      'benches/tsconfig.json',
    ].map((path) => ({
      name: `types of ${path.replace(/\/?tsconfig.json$/, '') || 'www/src'}`,
      command: node('typescript/bin/tsc', '--noEmit', '-p', at(path)),
      needs: ['npm packages'],
    })),
    {
      name: 'scripts',
      command: node('vitest/vitest.mjs', 'run', '--reporter=default'),
      needs: ['npm packages'],
      count: counting.vitest,
    },
    { name: 'lints', command: ['cargo', 'clippy', '--all-targets', ...DENY] },
    { name: 'wasm target', act: ensureTarget },
    // The desks for the other dialects differ by the dialect alone, which its own lints see.
    ...Object.entries(FEATURES)
      .filter(([widget]) => !widget.startsWith('desk-'))
      .map(([widget, features]) => ({
        name: `lints of the ${widget}`,
        command: /** @type {[string, ...string[]]} */ ([
          'cargo',
          'clippy',
          ...WIDGETS,
          '--lib',
          '--features',
          // Messengers are divided, see docs/adr/0014; their tests are not.
          widget.startsWith('messenger') ? `${features},split` : features,
          ...DENY,
        ]),
        needs: ['wasm target'],
      })),
    {
      name: 'lints of the benchmark',
      command: ['cargo', 'clippy', '--target', TARGET, '-p', 'inbox-bench', ...DENY],
      needs: ['wasm target'],
    },
    {
      name: 'lints of the widgets’ tests',
      command: ['cargo', 'clippy', ...WIDGETS, '--tests', '--features', WIDGET_FEATURES, ...DENY],
      needs: ['wasm target'],
    },
  ];
}

/** @param {boolean} hasNextest @returns {Step[]} what runs on the machine itself */
function nativeTests(hasNextest) {
  const tests = hasNextest
    ? ['nextest', 'run', '--no-fail-fast']
    : ['test', '--no-fail-fast', '--lib', '--bins', '--tests'];
  return [
    { name: 'tests', command: ['cargo', ...tests], count: hasNextest ? counting.nextest : counting.cargo },
    {
      name: 'rules of the front end',
      command: ['cargo', 'test', '-p', 'inbox-widgets', '--lib', '--features', WIDGET_FEATURES],
      count: counting.cargo,
    },
    { name: 'examples in the docs', command: ['cargo', 'test', '--doc'], count: counting.cargo },
    {
      name: 'docs',
      command: ['cargo', 'doc', '--no-deps', '--document-private-items', '-p', 'inbox-model', '-p', 'inbox-dialects'],
      env: { RUSTDOCFLAGS: '-D warnings' },
    },
  ];
}

/** @returns {Step[]} what is built, weighed and looked at from outside */
function artefacts() {
  return [
    { name: 'build', act: () => build(), needs: ['npm packages', 'wasm target'] },
    { name: 'size', command: [process.execPath, at('www/tools/size.mjs')], needs: ['build'] },
    {
      name: 'model in Node',
      command: node('vitest/vitest.mjs', 'run', '--config', 'tests/model/vitest.config.ts', '--reporter=default'),
      needs: ['build'],
      count: counting.vitest,
    },
    { name: 'npm package', command: [process.execPath, at('www/tools/package.mjs')], needs: ['build'] },
  ];
}

/** @returns {Step[]} what needs a browser */
function browserTests() {
  const env = { browser: '', driver: '' };
  const wasmTests = exists('tests') && readdirSync(at('tests')).some((name) => name.endsWith('.rs'));
  return [
    {
      name: 'browser',
      act: async () => {
        Object.assign(env, await ensureBrowser());
        process.env['CHROMIUM'] = env.browser;
        process.env['CHROMEDRIVER'] = env.driver;
      },
    },
    { name: 'wasm-bindgen', act: ensureWasmBindgen },
    ...(wasmTests
      ? [
          {
            name: 'components in the browser',
            command: /** @type {[string, ...string[]]} */ ([
              'cargo',
              'test',
              ...WIDGETS,
              '--tests',
              '--no-fail-fast',
              '--features',
              WIDGET_FEATURES,
            ]),
            env: {
              CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: `${TOOLS}/wasm-bindgen-test-runner`,
              // As in development: the build for release is what the journeys below look at.
              CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: '--cfg erase_components',
              WASM_BINDGEN_USE_BROWSER: '1',
              WASM_BINDGEN_TEST_TIMEOUT: '300',
            },
            needs: ['browser', 'wasm-bindgen', 'wasm target'],
            count: counting.cargo,
          },
        ]
      : []),
    { name: 'server', act: () => buildServer() },
    {
      name: 'journeys',
      command: node('@playwright/test/cli.js', 'test', '--reporter=list'),
      needs: ['browser', 'build', 'server'],
      count: counting.playwright,
    },
  ];
}

whenProgram(import.meta.url, async () => {
  const { values } = parseArgs({
    options: { 'no-browser': { type: 'boolean' }, verbose: { type: 'boolean' }, only: { type: 'string' } },
  });
  await checkMachine('npm test');
  const { code } = await run('cargo', ['nextest', '--version']);
  const steps = [
    ...checks(),
    ...nativeTests(code === 0),
    ...artefacts(),
    ...(values['no-browser'] ? [] : browserTests()),
  ];
  const names = values.only?.split(',');
  const chosen = names ? steps.filter((step) => names.some((name) => step.name.includes(name))) : steps;
  say(`${chosen.length} steps; what they say is kept in target/test-logs/\n`);
  if (!(await performAll(chosen, { verbose: values.verbose ?? false }))) process.exitCode = 1;
});
