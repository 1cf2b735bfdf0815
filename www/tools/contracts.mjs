/**
 * `npm run contracts`: schemathesis calls every endpoint of every dialect of a running server with
 * what it makes up, once by the vendor's contract and once by the description that the server
 * publishes; with ids that it makes up too, and with ids that exist. Fails on a server error, on an
 * answer that is not as its schema says, and, by our own description, on a status that is not in it.
 *
 * --only NAME         one dialect
 * --examples NUMBER   how much is made up for each endpoint
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { at, exists, run, runStep, say, step, Stop, which, whenProgram } from './lib/run.mjs';
import { buildServer } from './lib/server.mjs';
import { checkMachine } from './lib/tools.mjs';

/** The version of schemathesis, from PyPI. */
const VERSION = '4.32.5';
const PLACE = 'target/tools/schemathesis';

/**
 * @typedef {(path: string) => Promise<any>} Ask
 * @typedef {object} Dialect
 * @property {string} name as in the addresses
 * @property {string} contract file name of the vendor's
 * @property {string} base path under which it is mounted
 * @property {(token: string, organisation: string) => Record<string, string>} headers
 * @property {(ask: Ask) => Promise<Record<string, string | number>>} known ids that exist, by parameter
 * @property {string[]} [spare] operations that are left out where ids exist: they would be used up
 */

const bearer = (/** @type {string} */ token) => ({ Authorization: `Bearer ${token}` });

/** @type {Dialect[]} */
const DIALECTS = [
  {
    name: 'featurebase',
    contract: 'featurebase.yaml',
    base: '/featurebase',
    headers: (token) => ({ ...bearer(token), 'Featurebase-Version': '2026-01-01.nova' }),
    known: async (ask) => ({ 'path.id': (await ask('/v2/conversations?limit=5')).data[4].id }),
    spare: ['deleteConversation'],
  },
  {
    name: 'stack-auth',
    contract: 'stackauth.yaml',
    base: '/stack-auth/api/v1',
    headers: (token) => ({
      'x-stack-access-token': token,
      'x-stack-access-type': 'client',
      'x-stack-project-id': 'internal',
    }),
    known: async (ask) => {
      const { conversations } = await ask('/internal/conversations?projectId=internal&limit=5');
      return { 'path.conversationId': conversations[4].conversationId, 'query.projectId': 'internal' };
    },
  },
  {
    name: 'intercom',
    contract: 'intercom.yaml',
    base: '/intercom',
    headers: (token) => ({ ...bearer(token), 'Intercom-Version': 'Preview' }),
    known: async (ask) => {
      const { id } = (await ask('/conversations?per_page=5')).conversations[4];
      const parts = (await ask(`/conversations/${id}`)).conversation_parts.conversation_parts;
      return { 'path.conversation_id': id, 'path.id': parts[0].id };
    },
  },
  {
    name: 'crm',
    contract: 'crm.yaml',
    base: '/crm/api/v1',
    headers: (token, organisation) => ({ ...bearer(token), 'X-Org-Id': organisation }),
    known: async (ask) => {
      const { id, contact_id } = (await ask('/conversations?limit=5')).items[4];
      const { items } = await ask(`/conversations/${id}/messages`);
      return { 'path.conversation_id': id, 'path.contact_id': contact_id, 'path.activity_id': items[0].id };
    },
  },
  {
    name: 'voicebot',
    contract: 'voicebot.yaml',
    base: '/voicebot/third-party/v1',
    headers: bearer,
    known: async (ask) => {
      const { id } = (await ask('/conversations')).data[4];
      const { data } = await ask(`/conversations/${id}/messages`);
      return { 'path.id': id, 'path.conversationId': id, 'path.messageId': data[0].id };
    },
  },
];

/** The checks that hold for anybody's description, and those that hold for ours as well. */
const CHECKS = ['not_a_server_error', 'content_type_conformance', 'response_schema_conformance'];
const OWN_CHECKS = [...CHECKS, 'status_code_conformance', 'response_headers_conformance'];

/** Installs schemathesis. @returns {Promise<string>} the path of the program */
async function ensureSchemathesis() {
  const program = at(PLACE, 'bin/schemathesis');
  if (exists(`${PLACE}/bin/schemathesis`)) {
    const { stdout } = await run(program, ['--version']);
    if (stdout.includes(VERSION)) return program;
  }
  const canInstall = process.getuid?.() === 0 && which('apt-get') !== undefined;
  const makes = async () => (await run('python3', ['-m', 'venv', at(PLACE)])).code === 0;
  if (!(await makes()) && canInstall) {
    await runStep('apt-get update', 'apt-get', ['update']);
    await runStep('install Python', 'apt-get', ['install', '-y', 'python3', 'python3-venv'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    await makes();
  }
  if (!exists(`${PLACE}/bin/pip`)) {
    throw new Stop('The contracts are tested with a Python program: install Python 3 with its venv module.');
  }
  await runStep('install schemathesis', at(PLACE, 'bin/pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
  return program;
}

/** A port that nobody listens on. @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** Starts a server with demo data in `folder`. @param {string} program @param {string} folder */
async function start(program, folder) {
  const port = await freePort();
  const database = `sqlite://${join(folder, 'inbox.db')}`;
  const args = ['serve', '--port', String(port), '--database', database, '--demo'];
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (!(await fetch(`${origin}/health`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Stop('The server does not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const answer = await fetch(`${origin}/demo/session`, { method: 'POST', body: JSON.stringify({ role: 'agent' }) });
  const { stdout } = await run(program, ['organisation', 'list', '--database', database]);
  const organisation = stdout.split('\t')[0] ?? '';
  const { token } = /** @type {{ token: string }} */ (await answer.json());
  return { origin, token, organisation, stop: () => child.kill() };
}

/**
 * One run.
 *
 * @param {{ schemathesis: string, folder: string, origin: string, token: string, organisation: string, examples: number }} place
 * @param {Dialect} dialect
 * @param {{ schema: string, checks: string[], known: boolean }} how
 * @returns {Promise<{ calls: number, failed: boolean, output: string }>}
 */
async function fire(
  { schemathesis, folder, origin, token, organisation, examples },
  dialect,
  { schema, checks, known },
) {
  const base = origin + dialect.base;
  const headers = dialect.headers(token, organisation);
  const config = join(folder, `${dialect.name}.toml`);
  const ask = async (/** @type {string} */ path) => (await fetch(base + path, { headers })).json();
  const ids = known ? Object.entries(await dialect.known(ask)) : [];
  const lines = ids.map(([name, value]) => `${JSON.stringify(name)} = ${JSON.stringify(value)}`);
  writeFileSync(config, ids.length > 0 ? `[parameters]\n${lines.join('\n')}\n` : '');
  const args = ['--config-file', config, 'run', schema, '--url', base, '--no-color'];
  args.push('--checks', checks.join(','), '--max-examples', String(examples));
  // The same every time: a failure is for whoever changed something, and not for whoever is next.
  args.push('--seed', '20261121');
  for (const [name, value] of Object.entries(headers)) args.push('--header', `${name}: ${value}`);
  if (known) for (const name of dialect.spare ?? []) args.push('--exclude-operation-id', name);
  const { code, output } = await run(schemathesis, args, { cwd: folder });
  const calls = Number(/^ +(\d+) generated/m.exec(output)?.[1] ?? 0);
  return { calls, failed: code !== 0 || calls === 0, output };
}

/** @param {{ only?: string | undefined, examples?: number }} [options] */
export async function contracts({ only, examples = 15 } = {}) {
  const schemathesis = await ensureSchemathesis();
  const program = await buildServer();
  /** @type {string[]} */
  const failures = [];
  let total = 0;
  for (const dialect of DIALECTS.filter(({ name }) => only === undefined || name === only)) {
    // A store of its own: what was made up for one dialect is in nobody else's way.
    const folder = mkdtempSync(join(tmpdir(), 'inbox-contracts-'));
    const { origin, token, organisation, stop } = await start(program, folder);
    const place = { schemathesis, folder, origin, token, organisation, examples };
    try {
      const contract = at('crates/dialects/tests/contract', dialect.contract);
      const own = `${origin}/${dialect.name}/openapi.json`;
      for (const [title, schema, checks] of /** @type {const} */ ([
        ['contract', contract, CHECKS],
        ['own description', own, OWN_CHECKS],
      ])) {
        let calls = 0;
        await step(`${dialect.name}: ${title}`, async () => {
          for (const known of [false, true]) {
            const outcome = await fire(place, dialect, { schema, checks, known });
            calls += outcome.calls;
            if (outcome.failed) failures.push(`${dialect.name}, ${title}\n${outcome.output}`);
          }
        });
        say(`      ${calls} calls`);
        total += calls;
      }
    } finally {
      stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  say(`  ${total} calls in all`);
  for (const failure of failures) console.log(failure);
  if (failures.length > 0) throw new Stop(`${failures.length} runs found something that is not as described.`);
}

whenProgram(import.meta.url, async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, examples: { type: 'string' } } });
  await checkMachine('npm run contracts');
  await contracts({ only: values.only, ...(values.examples ? { examples: Number(values.examples) } : {}) });
});
