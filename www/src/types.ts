/**
 * The words of the public interface: what a page configures, what it hears back, and what crosses
 * the border to the WebAssembly modules. Types only; nothing here exists at run time.
 */

import type { InboxMessenger } from './elements/messenger.js';
import type { InboxDesk } from './elements/desk.js';

/**
 * The API that the endpoint is spoken to in. All messengers of a page speak the same.
 */
export type InboxDialect = 'featurebase' | 'intercom' | 'stack-auth' | 'crm' | 'voicebot';

/** Which colours are used: those the reader's system prefers, or always light or dark ones. */
export type InboxTheme = 'auto' | 'light' | 'dark';

/** The physical side of the window that the launcher keeps to. */
export type InboxSide = 'left' | 'right';

/**
 * When a messenger loads what lies behind its launcher: as soon as the page has loaded and is idle,
 * at the first sign of interest (pointer, focus, opening), or only when a method asks for it.
 */
export type InboxDefer = 'idle' | 'interaction' | 'manual';

/**
 * Why a widget is not there:
 * - `csp`: the page's Content-Security-Policy forbids WebAssembly, or one of our files
 * - `mime`: something else than WebAssembly was delivered under its address
 * - `network`: a file could not be fetched
 * - `not_found`: the server has no such file
 * - `unsupported`: the browser lacks WebAssembly, or a part of it that is needed
 * - `version_mismatch`: the files delivered belong to different releases
 * - `config`: an attribute has a value that the widget refuses
 * - `panic`: the widget has met a defect of its own and stopped
 */
export type InboxErrorCode =
  'csp' | 'mime' | 'network' | 'not_found' | 'unsupported' | 'version_mismatch' | 'config' | 'panic';

/** What `ready()` and the methods that wait for it reject with. Compare `code`; it is stable. */
export interface InboxError extends Error {
  readonly name: 'InboxError';
  readonly code: InboxErrorCode;
}

/** Whether what happens elsewhere arrives at once (`live`), with delay (`polling`), or not at all. */
export type InboxConnectionState = 'connecting' | 'live' | 'polling' | 'offline';

/**
 * Words to use instead of the built-in ones. The keys listed belong to the launcher and the frame
 * around the widget; every other key is handed to the widget itself.
 */
export interface InboxStrings {
  /** Name of the launcher while the panel is closed. */
  launcherOpen?: string;
  /** Name of the launcher while the panel is open. */
  launcherClose?: string;
  /** Follows the launcher's name while something is unread; `{count}` is the number. */
  launcherUnread?: string;
  /** Name of the panel or of the desk, as read out. */
  title?: string;
  /** Headline of the message that stands where the widget should be. */
  failed?: string;
  /** Says that the connection is at fault and the reader may try again. */
  failedNetwork?: string;
  /** Says that the page is set up wrongly, which the reader cannot change. */
  failedSetup?: string;
  /** Says that the browser is too old. */
  failedUnsupported?: string;
  /** Says that the widget stopped by an error of its own. */
  failedPanic?: string;
  /** The button that tries again. */
  retry?: string;
  [key: string]: string | undefined;
}

/** What each `inbox:*` event says in its `detail`. */
export interface InboxEventDetails {
  /** The widget is there and answers. */
  'inbox:ready': Record<string, never>;
  /** The messenger's panel has been opened. */
  'inbox:show': Record<string, never>;
  /** The messenger's panel has been closed. */
  'inbox:hide': Record<string, never>;
  /** The number of unread conversations has changed. */
  'inbox:unread': { count: number };
  /** A conversation has come to the front; `null` when the reader went back to the list. */
  'inbox:conversation': { id: string | null };
  /** The server has accepted a message. */
  'inbox:message-sent': Record<string, unknown>;
  /** A message from somebody else has arrived. */
  'inbox:message-received': Record<string, unknown>;
  /** A message was refused, or given up on. */
  'inbox:message-failed': Record<string, unknown>;
  /** The connection to the server has changed. */
  'inbox:connection': { state: InboxConnectionState };
  /** Something went wrong that the page may want to know of; the reader has been told already. */
  'inbox:error': { code: InboxErrorCode | (string & {}); message: string };
  /** The reader follows a link out of a message. */
  'inbox:link': { url: string };
}

/** The `inbox:*` events by name. They bubble, and they leave shadow trees. */
export type InboxEventMap = {
  [Name in keyof InboxEventDetails]: CustomEvent<InboxEventDetails[Name]>;
};

declare global {
  interface HTMLElementTagNameMap {
    'inbox-messenger': InboxMessenger;
    'inbox-desk': InboxDesk;
  }
  interface HTMLElementEventMap extends InboxEventMap {}
  interface DocumentEventMap extends InboxEventMap {}
}
