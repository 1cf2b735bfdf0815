/**
 * `inbox-widgets/model`: the rules of the widgets and of the server as functions, the very same code
 * compiled to a small WebAssembly module. Works in browsers, in Node and in bundlers.
 */

export { init, type InitOptions } from './module.js';
export {
  expandShortcodes,
  previewText,
  renderMarkdown,
  renderMarkdownTo,
  type MarkdownOptions,
  type MarkdownProfile,
} from './text.js';
export * from './lists.js';
export * from './rules.js';
export type * from './types.js';
