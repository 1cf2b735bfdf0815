/**
 * What can go wrong between a page and its widget, and how it is told apart. Everything else that
 * fails is the widget's own business and is told by the widget.
 */

import type { InboxErrorCode } from '../types.js';

/** A widget could not be loaded or has stopped; `code` says why, `cause` is what was thrown. */
export class InboxError extends Error {
  override readonly name = 'InboxError';
  /** Stable; made to be compared, unlike the message. */
  readonly code: InboxErrorCode;

  constructor(code: InboxErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** What `thrown` means when it comes out of fetching, compiling or starting a module. */
export function classify(thrown: unknown): InboxError {
  if (thrown instanceof InboxError) return thrown;
  const message = messageOf(thrown);
  return new InboxError(codeOf(thrown, message), message, thrown);
}

function codeOf(thrown: unknown, message: string): InboxErrorCode {
  // Imports that do not fit are a LinkError, or a TypeError where the whole table is missing.
  if (thrown instanceof WebAssembly.LinkError || /\bimport #/i.test(message)) return 'version_mismatch';
  if (thrown instanceof WebAssembly.CompileError) return 'unsupported';
  if (thrown instanceof WebAssembly.RuntimeError) return 'panic';
  return 'network';
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
