/** A machine so slow that no frame is drawn. */

import type { Page } from '@playwright/test';

type Slow = Window & { drawFrames?: () => void };

/** Holds back what a page does before it draws, until what is returned is called. */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame;
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (act) => held.push(act);
    (window as Slow).drawFrames = () => {
      window.requestAnimationFrame = draw;
      for (const act of held) window.requestAnimationFrame(act);
    };
  });
  return () => page.evaluate(() => (window as Slow).drawFrames?.());
}
