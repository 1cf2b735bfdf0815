/**
 * `npm run inbox-server -- …`: the server's command line from the checkout, built if need be. What
 * the build says goes to stderr, so that stdout is the command's own.
 */

import { spawn } from 'node:child_process';
import { whenProgram } from './lib/run.mjs';
import { buildServer } from './lib/server.mjs';
import { checkMachine } from './lib/tools.mjs';

whenProgram(import.meta.url, async () => {
  await checkMachine('npm run inbox-server');
  const program = await buildServer();
  // Relative paths in arguments are relative to where npm was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const child = spawn(program, process.argv.slice(2), { cwd, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
});
