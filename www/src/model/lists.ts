/** Lists of conversations: what a view shows, in which order, and search as one types. */

import * as wasm from '#glue/model/model.js';
import { ask } from './ask.js';
import { generation, guarded } from './module.js';
import type { Asker, Conversation, Filter, Hit, Order, Result } from './types.js';

/** Whether a filter means something and is small enough to be saved. */
export const validateView = (filter: Filter): Result<null> => ask(wasm.validateView, filter);

/** Whether a view shows a conversation to this agent at this instant. */
export const matchesView = (filter: Filter, conversation: Conversation, asker?: Asker): Result<boolean> =>
  ask(wasm.matchesView, filter, conversation, asker, Date.now());

/**
 * The conversations in the order of a view. What has no such key comes last; what is equal stands by
 * its newest activity and then by its id, so that the order is always the same.
 */
export function sortConversations<T extends Conversation>(
  conversations: readonly T[],
  order?: Order,
  asker?: Asker,
): Result<T[]> {
  const answer = ask<number[]>(wasm.sortConversations, conversations, order, asker);
  return answer.ok ? { ok: true, value: answer.value.flatMap((place) => conversations[place] ?? []) } : answer;
}

/**
 * Conversations in which every word stands somewhere: in title, subject, people, tags or preview;
 * whatever its case and accents, with one slip in longer words, and the last one as its beginning
 * does. The best first. For more than a few hundred conversations, keep a {@link ConversationSearch}.
 */
export const searchConversations = (conversations: readonly Conversation[], query: string, limit = 20): Result<Hit[]> =>
  ask(wasm.searchConversations, conversations, query, limit);

/** Gives back what is held for an index that nobody has any more. */
const abandoned = new FinalizationRegistry<number>((handle) => close(handle));

function close(handle: number): void {
  guarded(
    () => wasm.searchClose(handle),
    () => undefined,
  );
}

/** An index of conversations that follows their changes and answers while one types. */
export class ConversationSearch {
  #handle: number | undefined;
  readonly #generation = generation();

  constructor() {
    const handle = guarded(wasm.searchOpen, () => undefined);
    if (handle !== undefined) abandoned.register(this, handle, this);
    this.#handle = handle;
  }

  /** Adds conversations, or puts them in the places of those of their ids. */
  put(conversations: readonly Conversation[]): Result<null> {
    return this.#ask(wasm.searchPut, conversations);
  }

  /** Takes conversations out, by their ids. */
  remove(ids: readonly string[]): Result<null> {
    return this.#ask(wasm.searchRemove, ids);
  }

  /** The best hits for what has been typed, at most `limit`. */
  query(text: string, limit = 20): Result<Hit[]> {
    return this.#ask(wasm.searchQuery, text, limit);
  }

  /** Gives the index's memory back. Whatever is asked afterwards is answered with the problem `closed`. */
  close(): void {
    abandoned.unregister(this);
    if (this.#handle !== undefined && this.#generation === generation()) close(this.#handle);
    this.#handle = undefined;
  }

  #ask<T>(rule: (given: unknown[]) => unknown, ...given: unknown[]): Result<T> {
    const isHere = this.#handle !== undefined && this.#generation === generation();
    if (!isHere) return { ok: false, problems: [{ field: '', code: 'closed' }] };
    return ask(rule, this.#handle, ...given);
  }
}
