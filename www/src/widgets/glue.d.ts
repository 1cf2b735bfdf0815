/** What wasm-bindgen generates for either module; see types.ts for what it means. */

declare module '#glue/model/model.js' {
  export default function start(input: {
    module_or_path: URL | Response | BufferSource | WebAssembly.Module;
  }): Promise<unknown>;
  export function __wbg_reset_state(): void;
  export function wholeMemory(): unknown;
  export function reserve(bytes: number): number;
  export function output(): number;
  export function render(bytes: number, profile: number): number;
  export function renderChat(bytes: number, options: unknown): number;
  export function expandShortcodes(bytes: number): number;
  export function preview(bytes: number, characters: number): number;
  export function validateDraft(given: unknown[]): unknown;
  export function validateAttachments(given: unknown[]): unknown;
  export function smsSegments(given: unknown[]): unknown;
  export function validateEmail(given: unknown[]): unknown;
  export function validatePhone(given: unknown[]): unknown;
  export function validateUrl(given: unknown[]): unknown;
  export function validateRecipients(given: unknown[]): unknown;
  export function validateForm(given: unknown[]): unknown;
  export function validateRating(given: unknown[]): unknown;
  export function validateAttributes(given: unknown[]): unknown;
  export function validateSnooze(given: unknown[]): unknown;
  export function validateAssignment(given: unknown[]): unknown;
  export function validateTitle(given: unknown[]): unknown;
  export function replyWindow(given: unknown[]): unknown;
  export function countdown(given: unknown[]): unknown;
  export function sla(given: unknown[]): unknown;
  export function slaDueAt(given: unknown[]): unknown;
  export function csat(given: unknown[]): unknown;
  export function serverNow(given: unknown[]): unknown;
  export function validateView(given: unknown[]): unknown;
  export function matchesView(given: unknown[]): unknown;
  export function sortConversations(given: unknown[]): unknown;
  export function searchConversations(given: unknown[]): unknown;
  export function searchPut(given: unknown[]): unknown;
  export function searchRemove(given: unknown[]): unknown;
  export function searchQuery(given: unknown[]): unknown;
  export function searchOpen(): number;
  export function searchClose(handle: number): void;
}

declare module '#glue/*' {
  type Exports = import('../internal.js').WidgetChunk;
  const init: Exports['init'];
  export default init;
  export const __wbg_reset_state: Exports['reset'];
  export const mount: Exports['mount'];
  export const update: Exports['update'];
  export const command: Exports['command'];
  export const unmount: Exports['unmount'];
}

/** The dialect that a widget speaks where none is named. */
declare const __DIALECT__: string;

/** Whether what a widget begins without is a module of its own; while developing it is not. */
declare const __SPLIT__: boolean;

declare module '*.css?inline' {
  const css: string;
  export default css;
}
