/** A machine so slow that no frame is drawn, and nothing comes that waits for its time. */

import type { Page } from '@playwright/test';

type Slow = Window & { goOn?: () => void };

/** Holds back what a page does before it draws, and what it puts off, until what is returned is called. */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { requestAnimationFrame: draw, setTimeout: wait } = window;
    const held: FrameRequestCallback[] = [];
    const late: (() => unknown)[] = [];
    window.requestAnimationFrame = (act) => held.push(act);
    const hold = (act: TimerHandler, after = 0): number =>
      after > 0 || typeof act === 'string' ? wait(act, after) : late.push(() => act());
    window.setTimeout = hold as typeof setTimeout;
    (window as Slow).goOn = () => {
      Object.assign(window, { requestAnimationFrame: draw, setTimeout: wait });
      for (const act of late) wait(act);
      for (const act of held) draw(act);
    };
  });
  return () => page.evaluate(() => (window as Slow).goOn?.());
}
