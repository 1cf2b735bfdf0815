/** The messenger's lazily loaded chunk. It shares no module with the others, so that it is one file. */

export {
  default as init,
  __wbg_reset_state as reset,
  command,
  mount,
  unmount,
  update,
} from '#glue/messenger/messenger.js';
import type { WidgetRest } from '../internal.js';

/** What comes with the second part of the module. */
export const rest = (): Promise<WidgetRest> => import('./messenger-more.js');

export { default as styles } from '../../styles/messenger.css?inline';
