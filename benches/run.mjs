/**
 * `npm run bench -- NAME`: runs the benchmark of that folder in Chromium and prints what it measured.
 * Machines differ and are shared, so what counts are ratios to a peer on the same page in the same
 * run, taken in turns.
 */

import { createServer } from 'node:http';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { chromium } from '@playwright/test';
import { build as bundle } from 'vite';
import { build } from '../www/tools/build.mjs';
import { BROWSER_ARGS, ensureBrowser } from '../www/tools/lib/browser.mjs';
import { at, exists, step, Stop, whenProgram } from '../www/tools/lib/run.mjs';
import { checkMachine, ensurePackages } from '../www/tools/lib/tools.mjs';

const NAMES = readdirSync(at('benches')).filter((name) => exists(`benches/${name}/page.ts`));

/** A page with nothing on it but the benchmark. */
const PAGE = '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>';

const TYPES = /** @type {Record<string, string>} */ ({ js: 'text/javascript', wasm: 'application/wasm' });

/** What is painted is painted at once, so that waiting for the screen's next frame is not measured. */
const UNLIMITED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Serves a folder's files, and {@link PAGE} for everything else. @param {string} folder */
async function serve(folder) {
  const files = new Set(readdirSync(folder));
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '');
    const type = TYPES[name.split('.').at(-1) ?? ''];
    // Clocks of a page that shares its process with nobody are finer.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', files.has(name) && type ? type : 'text/html');
    response.end(files.has(name) ? readFileSync(`${folder}/${name}`) : PAGE);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Stop('There is no port to serve on.');
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}

/** @param {string} name of a folder here @returns {Promise<string>} the folder with the page's files */
async function prepare(name) {
  const folder = at(`target/benches/${name}`);
  await bundle({
    configFile: false,
    logLevel: 'warn',
    root: at('benches'),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      lib: { entry: at(`benches/${name}/page.ts`), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  return folder;
}

/** The rules for JavaScript as they are published, for pages that measure those. @param {string} folder */
async function model(folder) {
  await build({ only: 'model' });
  for (const file of readdirSync(at('dist')).filter((file) => /^model.*\.(js|wasm)$/.test(file))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${file}`, readFileSync(at('dist', file)));
  }
}

/** @param {string} name @param {string[]} args */
async function bench(name, args) {
  const { browser: executablePath } = await ensureBrowser();
  const folder = await step(`bundle: ${name}`, () => prepare(name));
  // Some drive several pages from outside; the others are one page that measures by itself.
  const driver = exists(`benches/${name}/drive.mjs`) ? await import(`./${name}/drive.mjs`) : undefined;
  await (driver ? driver.prepare(folder) : model(folder));
  const { url, stop } = await serve(folder);
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS, ...UNLIMITED] });
  try {
    if (driver) {
      const failed = await driver.drive(browser, url, args);
      if (failed) throw new Stop(failed);
      return;
    }
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${url}?${new URLSearchParams(args.map((one) => [one, '']))}`);
    page.setDefaultTimeout(0);
    // The page is there before its module has loaded the other one and begun.
    await page.waitForFunction(() => 'finished' in globalThis);
    const failed = await page.evaluate(() => /** @type {any} */ (globalThis).finished);
    if (failed) throw new Stop(failed);
  } finally {
    await browser.close();
    stop();
  }
}

whenProgram(import.meta.url, async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!NAMES.includes(name)) throw new Stop(`npm run bench -- NAME, where NAME is ${NAMES.join(' or ')}.`);
  await checkMachine(`npm run bench -- ${name}`);
  await ensurePackages();
  await bench(name, args);
});
