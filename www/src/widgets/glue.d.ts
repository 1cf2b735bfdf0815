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
  export function preview(bytes: number, characters: number): number;
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

declare module '*.css?inline' {
  const css: string;
  export default css;
}
