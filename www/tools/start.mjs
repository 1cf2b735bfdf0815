/**
 * `npm start`: from a fresh checkout to a running server with demo data. Installs what is missing,
 * builds what has changed. PORT and INBOX_DATABASE choose where.
 */

import { paint, say, whenProgram } from './lib/run.mjs';
import { buildServer, ensureFree, portOf, serve } from './lib/server.mjs';
import { checkMachine } from './lib/tools.mjs';
import { build } from './build.mjs';

whenProgram(import.meta.url, async () => {
  await checkMachine('npm start');
  const port = portOf();
  await ensureFree(port, 'npm start');
  say(paint(1, '\nBuilding. The first time takes some minutes; after that, seconds.\n'));
  await build();
  const program = await buildServer();
  const { ended } = await serve(program, port);
  console.log(`
  A shop with the messenger   ${paint(36, `http://localhost:${port}/`)}
  The desk of its agents      ${paint(36, `http://localhost:${port}/desk`)}

  Ctrl+C ends both.
`);
  process.exitCode = await ended;
});
