/** Devices whose clock is wrong: windows close and answers are due by the server's. */

import { DeskPage } from './support/desk-page.js';
import { expect, test } from './support/test.js';

/** Sets the page's clock apart from the server's, and takes from it what goes on by itself. */
function setApart(apart: number): void {
  globalThis.setInterval = (() => 0) as unknown as typeof setInterval;
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      if (given.length > 0) super(...(given as [number]));
      else super(Real.now() + apart);
    }
    static override now(): number {
      return Real.now() + apart;
    }
  } as DateConstructor;
}

for (const [clock, hours] of [
  ['fast', 3],
  ['slow', -3],
] as const) {
  test(`a clock that is ${clock} puts nothing off and makes nothing overdue`, async ({ devices, server }) => {
    const right = new DeskPage((await devices.fresh()).page);
    await right.visit(server.origin);
    const { page } = await devices.fresh();
    await page.addInitScript(setApart, hours * 3_600_000);
    const wrong = new DeskPage(page);
    await wrong.visit(server.origin);
    await expect(wrong.rows.first().locator('time')).toHaveText(/^(Just now|[1-9]m ago)$/);
    for (const due of ['overdue', 'soon', 'later']) {
      const badges = (desk: DeskPage) => desk.list.locator(`[data-due="${due}"]`);
      await expect(badges(wrong)).toHaveCount(await badges(right).count());
    }
    const closed = 'Where is my stove?';
    await wrong.open(closed);
    await expect(wrong.reading.getByRole('timer')).toHaveText('The time to reply has run out');
  });
}
