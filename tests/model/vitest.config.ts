/** How the tests of `dist/model.js` run: in Node, on what was built, as whoever installs the package has it. */

import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { environment: 'node', include: ['tests/model/**/*.test.ts'] } });
