/** Playwright's `expect`, patient: what is true in the end counts, and a busy machine is slow. */

import { expect as plain } from '@playwright/test';

export const expect = plain.configure({ timeout: 30_000 });
