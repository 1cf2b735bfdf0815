/**
 * What crosses the borders inside the package: between an element and its runtime, and between the
 * runtime and the WebAssembly modules. Types only.
 */

import type { InboxErrorCode, InboxStrings, InboxTheme } from './types.js';

/** What a widget is given when it is mounted, and in part when it is updated. */
export interface WidgetConfig {
  /** Absolute address of the inbox-server. */
  endpoint: string;
  dialect: string;
  /** Id of the organisation; empty where the server needs none. */
  organisation: string;
  /** Bearer token; empty for a visitor who has none. */
  token: string;
  /** BCP 47 tag; empty for the browser's own language. */
  lang: string;
  theme: InboxTheme;
  /** `ltr` or `rtl` if the page asks for one; empty leaves it to the language. */
  dir: string;
  /** Whether the messenger's panel is open. */
  open: boolean;
  strings: InboxStrings;
}

/** Called by a widget for everything that the page is told. */
export type WidgetEmit = (name: string, detail: unknown) => void;

/** What each WebAssembly module exports: the whole border between the two languages. */
export interface WidgetExports {
  /** Draws a widget into `root` and returns the handle that the other functions take. */
  mount(root: HTMLElement, config: WidgetConfig, emit: WidgetEmit): number;
  /** Changes some of the configuration of a mounted widget. */
  update(handle: number, patch: Partial<WidgetConfig>): void;
  /** Asks a mounted widget to do something. */
  command(handle: number, name: string, argument: unknown): void;
  /** Removes a widget and everything it holds. */
  unmount(handle: number): void;
}

/** A lazily loaded chunk: the glue code of one WebAssembly module, and the styles of its widget. */
export interface WidgetChunk extends WidgetExports {
  /** Compiles and starts the module. `more` gets what it begins without, where there is such a part. */
  init(input: { module_or_path: Response | ArrayBuffer; more(): Promise<Response | ArrayBuffer> }): Promise<unknown>;
  /** Gives a module that has stopped a fresh memory. What was mounted before is forgotten. */
  reset(): void;
  /** Style sheet of the widget, as text. */
  styles: string;
  /** What comes with the part that `init` gets later, where there is one. */
  rest?(): Promise<WidgetRest>;
  /** What else the element needs that has this widget; called before each mounting. */
  adopted?(mountPoint: HTMLElement): void;
}

/** What a widget begins without. */
export interface WidgetRest {
  /** Style sheet of it, as text. */
  styles: string;
}

/** The files of a widget, on their way. */
export interface WidgetParts {
  chunk: Promise<WidgetChunk>;
  module: Promise<Response>;
}

/** Where the files of a widget come from. */
export interface WidgetSource {
  /** The files, asked for anew unless they are on their way already. */
  parts(): WidgetParts;
  /** The address of the module. */
  wasm(): URL;
  /** A dynamic import that can be tried again. */
  retryable<Module>(load: () => Promise<Module>): () => Promise<Module>;
}

/** `idle`: nothing has been loaded; `alive`: the widget is mounted and answers. */
export type Phase = 'idle' | 'loading' | 'alive' | 'failed';

/** What stands where the widget should be. */
export interface Failure {
  code: InboxErrorCode;
  /** For the developer. */
  message: string;
  /** For the reader: what has happened, and what follows from it. */
  lines: string[];
  /** The name of the button that tries again. */
  retry: string;
}

/** The attributes and properties that an element is configured with. */
export interface Configured extends HTMLElement {
  endpoint: string;
  dialect: string;
  organisation: string;
  get token(): string;
  theme: string;
  strings: InboxStrings;
  inherited(name: 'lang' | 'dir'): string;
}

/** What an element does for the life of its widget. */
export interface Owner {
  source: WidgetSource;
  /** Where the widget is drawn; empty whenever none is mounted. */
  mountPoint: HTMLElement;
  /** Adds a style sheet, unless it is there. */
  adopt(styles: string): void;
  /** The widget has something to tell. Never called from within a call to the widget. */
  heard(name: string, detail: unknown): void;
  /** The widget is in another phase. */
  entered(phase: Phase): void;
  /** Shows what went wrong, and tells the page. */
  failed(failure: Failure): void;
}
