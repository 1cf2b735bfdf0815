/** `npm run soak`: a day at the desk of 10,000 messages and 500 opened conversations; see tests/e2e/soak.spec.ts. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
const { status } = spawnSync(process.execPath, [playwright, 'test', 'soak', '--reporter=list', '--trace=off'], {
  stdio: 'inherit',
  env: { ...process.env, SOAK: 'whole' },
});
process.exitCode = status ?? 1;
