/**
 * `npm start`: from a fresh checkout to a running server with demo data. Installs what is missing,
 * builds what has changed. PORT and INBOX_DATABASE choose where.
 *
 * --dialect NAME   shows both widgets on another conversation API
 */

import { parseArgs } from 'node:util';

import { paint, say, whenProgram } from './lib/run.mjs';
import { buildServer, ensureFree, portOf, serve } from './lib/server.mjs';
import { checkMachine } from './lib/tools.mjs';
import { build, checkDialect, DIALECTS } from './build.mjs';

whenProgram(import.meta.url, async () => {
  const { values } = parseArgs({ options: { dialect: { type: 'string', default: DIALECTS[0] ?? '' } } });
  const { dialect } = values;
  checkDialect(dialect);
  await checkMachine('npm start');
  const port = portOf();
  await ensureFree(port, 'npm start');
  say(paint(1, '\nBuilding. The first time takes some minutes; after that, seconds.\n'));
  await build({ dialect });
  const program = await buildServer();
  const { ended } = await serve(program, port);
  const query = dialect === DIALECTS[0] ? '' : `?dialect=${dialect}`;
  console.log(`
  A shop with the messenger   ${paint(36, `http://localhost:${port}/${query}`)}
  The desk of its agents      ${paint(36, `http://localhost:${port}/desk${query}`)}

  Ctrl+C ends both.
`);
  process.exitCode = await ended;
});
