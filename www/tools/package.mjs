/**
 * Looks at the npm package as its users do: every export is there, can be imported on a server, has
 * types that a strict compiler takes, and registers nothing unless it says so.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, exists, ROOT, run, Stop, whenProgram } from './lib/run.mjs';

/** @type {{ exports: Record<string, string | { types: string, default: string }> }} */
const { exports } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

const USER = `
import { define, InboxMessenger, type InboxError, type InboxEventMap, type InboxTheme } from 'inbox-widgets';
import { define as defineMessenger } from 'inbox-widgets/messenger';
import { InboxDesk } from 'inbox-widgets/desk';
import { init, renderMarkdown, validateDraft, type Problem, type Result } from 'inbox-widgets/model';
import 'inbox-widgets/auto';

const html: string = renderMarkdown('*Hi*', { profile: 'gfm' });
const answer: Result<null> = validateDraft({ text: html }, { channel: 'sms' });
const problems: Problem[] = answer.ok ? [] : answer.problems;
for (const problem of problems) if (problem.code === 'too_long') console.log(problem.data.max satisfies number);
void init();
// @ts-expect-error what is not a profile
renderMarkdown('*Hi*', { profile: 'html' });
define();
defineMessenger();
const messenger: InboxMessenger = document.createElement('inbox-messenger');
messenger.token = null;
messenger.theme = 'dark' satisfies InboxTheme;
messenger.addEventListener('inbox:unread', (event) => {
  const count: number = event.detail.count;
  console.log(count);
});
document.addEventListener('inbox:error', ({ detail }) => console.log(detail.code satisfies string));
messenger.showNewMessage('Hello').catch((error: InboxError) => console.log(error.code === 'csp'));
const desk: InboxDesk | null = document.querySelector('inbox-desk');
const sent = new CustomEvent('inbox:message-sent', { detail: {} }) satisfies InboxEventMap['inbox:message-sent'];
console.log(desk?.showConversation('1'), sent);
// @ts-expect-error what is not a theme
messenger.theme = 'blue';
// @ts-expect-error what a page has no business with
messenger.adopt('');
`;

whenProgram(import.meta.url, async () => {
  const problems = [];
  for (const [name, target] of Object.entries(exports)) {
    for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
      if (!path.includes('*') && !exists(path)) problems.push(`"${name}" points at ${path}, which is not there.`);
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'inbox-widgets-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/inbox-widgets'), 'dir');
    problems.push(...(await onServer(folder)), ...(await typed(folder)), ...packed());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (problems.length > 0) throw new Stop(problems.join('\n'));
  console.log('The npm package is whole.');
});

/** Imports everything where there is no document. @param {string} folder */
async function onServer(folder) {
  const names = Object.entries(exports).filter(([, target]) => typeof target === 'object');
  const imports = names.map(([name]) => `await import('inbox-widgets${name.slice(1)}');`);
  const model = `const { init, renderMarkdown } = await import('inbox-widgets/model');
await init();
if (renderMarkdown('*Hi*') !== '<p><em>Hi</em></p>\\n') throw new Error('the model does not answer');`;
  writeFileSync(join(folder, 'server.mjs'), [...imports, model].join('\n'));
  const { code, output } = await run(process.execPath, ['server.mjs'], { cwd: folder });
  return code === 0 ? [] : [`Importing on a server throws:\n${output}`];
}

/** Compiles a page that uses the types, as strictly as can be. @param {string} folder */
async function typed(folder) {
  writeFileSync(join(folder, 'user.mts'), USER);
  const options = {
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2022', 'DOM'],
    strict: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['user.mts'] }));
  const { code, output } = await run(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', folder], {
    cwd: folder,
  });
  return code === 0 ? [] : [`The types do not hold:\n${output}`];
}

/** What `npm pack` would take. @returns {string[]} */
function packed() {
  const npm = process.env['npm_execpath'];
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const [program, ...rest] = npm ? [process.execPath, npm, ...args] : ['npm', ...args];
  const text = execFileSync(program ?? 'npm', rest, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  /** @type {{ files: { path: string }[] }[]} */
  const answer = Object.values(JSON.parse(text));
  const paths = new Set(answer.flatMap(({ files }) => files.map(({ path }) => path)));
  const wanted = [
    'dist/auto.js',
    'dist/index.d.ts',
    'dist/messenger_bg.wasm',
    'dist/desk_bg.wasm',
    'dist/model_bg.wasm',
    'LICENSE-APACHE',
    'README.md',
  ];
  const missing = wanted.filter((path) => !paths.has(path)).map((path) => `npm pack leaves out ${path}.`);
  const stray = [...paths].filter((path) => !/^(dist\/|package\.json$|README|LICENSE|CHANGELOG)/.test(path));
  return [...missing, ...stray.map((path) => `npm pack takes ${path} along.`)];
}
