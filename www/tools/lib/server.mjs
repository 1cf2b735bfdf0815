/** Builds and runs inbox-server from the checkout. */

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { at, ROOT, runStep, Stop } from './run.mjs';

/** @param {{ dev?: boolean }} [options] @returns {Promise<string>} the path of the program */
export async function buildServer({ dev = false } = {}) {
  await runStep('server: compile', 'cargo', ['build', ...(dev ? [] : ['--release']), '-p', 'inbox-server']);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return at(`target/${dev ? 'debug' : 'release'}/inbox-server${suffix}`);
}

/** The port that PORT names. @returns {number} */
export function portOf() {
  const text = process.env['PORT'] ?? '8080';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT is a number from 1 to 65535, not “${text}”.`);
  return port;
}

/** Stops where somebody listens on `port` already. @param {number} port @param {string} command to suggest */
export async function ensureFree(port, command) {
  for (const host of ['127.0.0.1', undefined]) {
    await new Promise((resolve, reject) => {
      const probe = createServer();
      probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        if (error.code === 'EADDRINUSE') {
          reject(
            new Stop(`Port ${port} is taken. Stop what listens there, or take another: PORT=${port + 1} ${command}`),
          );
        } else if (error.code === 'EACCES') {
          reject(new Stop(`Port ${port} is not for everybody. Take one above 1023: PORT=8080 ${command}`));
        } else {
          resolve(undefined); // no such address family; the server will say if it matters
        }
      });
      probe.listen({ port, host }, () => probe.close(resolve));
    });
  }
}

/**
 * Starts the server with the demo, and resolves when it answers.
 *
 * @param {string} program
 * @param {number} port
 * @returns {Promise<{ ended: Promise<number> }>} its exit status, once it has ended
 */
export async function serve(program, port) {
  const database = process.env['INBOX_DATABASE'] ?? 'sqlite://data/inbox.db';
  const file = /^sqlite:\/\/(.+?)(\?|$)/.exec(database)?.[1];
  if (file && !file.startsWith(':')) mkdirSync(at(dirname(file)), { recursive: true });
  const args = [
    'serve',
    '--port',
    String(port),
    '--database',
    database,
    '--demo',
    '--assets',
    'dist',
    '--site',
    'www/site',
  ];
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => resolve(code ?? (signal ? 0 : 1)));
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // A terminal sends SIGINT to both of us; twice would make the server leave without a good-bye.
    process.on(signal, () => (signal !== 'SIGINT' || !process.stdin.isTTY ? child.kill(signal) : undefined));
  }
  process.on('exit', () => child.kill());
  try {
    await answers(port, ended);
  } catch (error) {
    child.kill();
    throw error;
  }
  return { ended };
}

/** @param {number} port @param {Promise<number>} ended */
async function answers(port, ended) {
  const state = { code: /** @type {number | undefined} */ (undefined) };
  void ended.then((code) => (state.code = code));
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (state.code !== undefined) throw new Stop(`The server has ended (status ${state.code}); what it said is above.`);
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Stop('The server does not answer on /health after two minutes; what it said is above.');
}
