/**
 * How the TypeScript becomes `dist/`, and how `npm run dev` serves it. Called by www/tools/build.mjs,
 * once per bundle: a chunk that several entries load lazily is then one file in each.
 */

import { fileURLToPath } from 'node:url';
import { createReadStream } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where wasm-bindgen has put its output; another folder for development builds. */
const glue = at(process.env['INBOX_GLUE'] ?? 'target/widgets/dev');

/** `auto.js` is on its own: what a script tag loads is one request. */
const BUNDLES: Record<string, Record<string, string>> = {
  auto: { auto: 'www/src/auto.ts' },
  package: {
    index: 'www/src/index.ts',
    messenger: 'www/src/elements/messenger.ts',
    desk: 'www/src/elements/desk.ts',
    model: 'www/src/model/index.ts',
  },
};

/** In development the modules are asked for beside the sources, and lie elsewhere. */
const wasmFromTarget: Plugin = {
  name: 'wasm-from-target',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const [, name] = /\/((?:messenger|desk)[a-z-]*)_bg\.wasm$/.exec(request.url ?? '') ?? [];
      if (name === undefined) return next();
      response.setHeader('Content-Type', 'application/wasm');
      createReadStream(`${glue}/${name}/${name}_bg.wasm`).on('error', next).pipe(response);
    });
  },
};

/**
 * Bundlers take a file along whose address they can read in the source, and Vite writes it so that they
 * cannot. For the model that is put right; the widgets have several modules, of which a page chooses.
 */
const addressOfModel: Plugin = {
  name: 'address-of-model',
  generateBundle(_options, bundle) {
    const chunk = bundle['model.js'];
    if (chunk?.type !== 'chunk') return;
    const plain = chunk.code.replace(
      /new URL\([`'"](\.\/model_bg\.wasm)[`'"],\s*(?:``|''|"")\s*\+\s*import\.meta\.url\)/,
      'new URL("$1",import.meta.url)',
    );
    if (!plain.includes('new URL("./model_bg.wasm",import.meta.url)')) this.error('dist/model.js hides its module');
    chunk.code = plain;
  },
};

/** What inbox-server answers, and Vite does not. */
const API = [
  '/featurebase',
  '/intercom',
  '/stack-auth',
  '/crm',
  '/voicebot',
  '/docs',
  '/live',
  '/demo',
  '/health',
  '/session',
  '/visitor',
];

const server = `http://localhost:${process.env['PORT'] ?? '8080'}`;

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [wasmFromTarget, addressOfModel],
  resolve: { alias: { '#glue': glue } },
  define: { __DIALECT__: JSON.stringify('featurebase'), __SPLIT__: String(mode !== 'development') },
  server: {
    port: 5173,
    strictPort: true,
    fs: { allow: [at('.')] },
    // `npm run dev` has a watch of its own for Rust.
    watch: { ignored: ['crates', 'data', 'dist', 'docs', 'src', 'target', 'tests'].map((name) => at(`${name}/**`)) },
    proxy: Object.fromEntries(API.map((path) => [path, { target: server, changeOrigin: false }])),
  },
  build: {
    outDir: at('dist'),
    emptyOutDir: false,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox129', 'safari17.5'],
    reportCompressedSize: false,
    lib: {
      entry: BUNDLES[mode] ?? {},
      formats: ['es'],
    },
    minify: true,
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        // Names without a hash: they are the same whoever builds, and the server's ETag tells versions apart.
        chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? '[name].js' : 'element-[name].js'),
      },
    },
  },
  test: { environment: 'happy-dom', include: ['www/src/**/*.test.ts'] },
}));
