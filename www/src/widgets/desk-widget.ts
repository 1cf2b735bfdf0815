/** The desk's lazily loaded chunk. It shares no module with the others, so that it is one file. */

export { default as init, __wbg_reset_state as reset, command, mount, unmount, update } from '#glue/desk/desk.js';
export { ownPage as adopted } from './page.js';
export { default as styles } from '../../styles/desk.css?inline';
