/**
 * How the journeys in tests/e2e run: in the Chromium of the system, against servers that each test
 * starts for itself. `npm test` builds what they need; alone: `npx playwright test`.
 */

import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './www/tools/lib/browser.mjs';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two cores, and each test has a server and two browser contexts.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  // The same pictures for every machine; what the browser has to do with it, desk-looks.spec.ts says.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { args: BROWSER_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
});
