/** The round button that is on the page before anything else is: icon, badge, and its name. */

import { icon, part } from './dom.js';
import type { Words } from './words.js';

const BUBBLE =
  'M12 3C6.5 3 2 6.8 2 11.5c0 2.6 1.4 5 3.6 6.5L5 21.5l4-1.9c1 .2 2 .4 3 .4 5.5 0 10-3.8 10-8.5S17.5 3 12 3Z';
const CHEVRON = 'm5 9 7 7 7-7';

/** The button, and how it shows whether the panel is open and how many conversations are unread. */
export interface Launcher {
  button: HTMLButtonElement;
  draw(open: boolean, unread: number, words: Words): void;
}

/** Makes a launcher. It draws, and decides nothing. */
export function createLauncher(): Launcher {
  const badge = part('span', 'badge', { 'aria-hidden': 'true' });
  const bubble = icon('bubble', BUBBLE);
  const chevron = icon('chevron', CHEVRON);
  const button = part('button', 'launcher', { type: 'button', 'aria-controls': 'panel' }, bubble, chevron, badge);
  return {
    button,
    draw: (open, unread, words) => {
      const news = unread > 0 && !open;
      const suffix = news ? `, ${words.launcherUnread.replace('{count}', `${unread}`)}` : '';
      button.ariaLabel = (open ? words.launcherClose : words.launcherOpen) + suffix;
      button.ariaExpanded = `${open}`;
      badge.textContent = unread > 9 ? '9+' : `${unread}`;
      badge.hidden = !news;
    },
  };
}
