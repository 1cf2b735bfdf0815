/**
 * `npm run dev`: both widgets on the page index.html, rebuilt as their sources change. Scripts and
 * styles come from Vite, the API from an inbox-server beside it.
 */

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { at, paint, ROOT, say, Stop, whenProgram } from './lib/run.mjs';
import { buildServer, ensureFree, portOf, serve } from './lib/server.mjs';
import { checkMachine } from './lib/tools.mjs';
import { build } from './build.mjs';

/** Rebuilds the modules when Rust changes, one build at a time. */
function watchRust() {
  let wanted = false;
  let building = false;
  const rebuild = async () => {
    wanted = true;
    if (building) return;
    building = true;
    while (wanted) {
      wanted = false;
      await build({ dev: true }).catch((error) => say(error instanceof Stop ? error.message : String(error)));
      say('  reload the page to see it');
    }
    building = false;
  };
  let timer = setTimeout(() => undefined);
  for (const folder of ['src', 'crates/model/src', 'crates/dialects/src']) {
    watch(at(folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 200); // editors write in several goes
    });
  }
}

whenProgram(import.meta.url, async () => {
  await checkMachine('npm run dev');
  const port = portOf();
  await ensureFree(port, 'npm run dev');
  await build({ dev: true });
  const program = await buildServer({ dev: true });
  const { ended } = await serve(program, port);
  const vite = spawn(process.execPath, [at('node_modules/vite/bin/vite.js')], { cwd: ROOT, stdio: 'inherit' });
  process.on('exit', () => vite.kill());
  watchRust();
  say(`  ${paint(1, 'both widgets')}  http://localhost:5173/`);
  process.exitCode = await ended;
  process.exit();
});
