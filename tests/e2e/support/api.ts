/** What the tests ask the server outside the browser: the same API that the widgets speak. */

import { createHmac } from 'node:crypto';

/** A part of a conversation, as far as tests look at it. */
export interface Part {
  id: string;
  partType: string;
  bodyMarkdown?: string;
  author?: { id: string; type: string };
  replyOptions?: { text: string }[];
}

/** A conversation, as far as tests look at it. */
export interface Conversation {
  id: string;
  title: string | null;
  state: string;
  adminAssigneeId: string | null;
  conversationParts: Part[];
  source: { bodyMarkdown: string; author?: { id: string } } | null;
  inbox: { unread: number; version: number };
}

/** Somebody in the directory. */
export interface Person {
  id: string;
  kind: string;
  name?: string;
  email?: string;
}

/** An answer that is looked at as it is. */
export interface Answer {
  status: number;
  text: string;
}

/** One bearer's view of the server. */
export class Api {
  readonly #origin: string;
  /** The bearer token. */
  readonly token: string;

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.token = token;
  }

  /** Any call; its answer, whatever it is. */
  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Who bears the token, and whom they may know. */
  session(): Promise<{ me: Person; agents: Person[]; tags: { id: string; name: string }[] }> {
    return this.#ask('GET', '/session');
  }

  /** Conversations, newest activity first. */
  async list(query = ''): Promise<Conversation[]> {
    return (await this.#ask<{ data: Conversation[] }>('GET', `${CONVERSATIONS}${query}`)).data;
  }

  /** One conversation with all of its parts. */
  conversation(id: string): Promise<Conversation> {
    return this.#ask('GET', `${CONVERSATIONS}/${id}`);
  }

  /** What was said in a conversation, in its order. */
  async said(id: string): Promise<string[]> {
    const { conversationParts } = await this.conversation(id);
    return conversationParts.map((part) => part.bodyMarkdown ?? '').filter((text) => text !== '');
  }

  /** The bearer, a contact, begins a conversation. */
  async begin(text: string): Promise<Conversation> {
    const { me } = await this.session();
    return this.#ask('POST', CONVERSATIONS, { from: { type: 'contact', id: me.id }, bodyMarkdown: text });
  }

  /** The bearer says something; `contents` are what it is made of, if that is more than the text. */
  async reply(id: string, text: string, contents?: unknown[]): Promise<Part> {
    const { me } = await this.session();
    const type = me.kind === 'agent' ? 'admin' : 'contact';
    const inbox = contents ? { inbox: { contents } } : {};
    return this.#reply(id, { type, id: me.id, messageType: 'reply', bodyMarkdown: text, ...inbox });
  }

  /** The bearer, an agent, leaves a note. */
  async note(id: string, text: string): Promise<Part> {
    const { me } = await this.session();
    return this.#reply(id, { type: 'admin', id: me.id, messageType: 'note', bodyMarkdown: text });
  }

  /** The bearer, an agent, hangs a tag on a conversation. */
  async tag(id: string, tag: string): Promise<void> {
    const { me } = await this.session();
    await this.#ask('POST', `${CONVERSATIONS}/${id}/tags`, { tagId: tag, actingAdminId: me.id });
  }

  /** Changes a conversation. */
  update(id: string, changes: Record<string, unknown>): Promise<Conversation> {
    return this.#ask('PATCH', `${CONVERSATIONS}/${id}`, changes);
  }

  #reply(id: string, body: unknown): Promise<Part> {
    return this.#ask('POST', `${CONVERSATIONS}/${id}/reply`, body);
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, text } = await this.call(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }
}

/** Where the conversations are. */
export const CONVERSATIONS = '/featurebase/v2/conversations';

/** What a site says about its customer. */
export interface Claims {
  sub: string;
  name?: string;
  email?: string;
  /** Seconds since 1970; an hour from now if it is left out. */
  exp?: number;
}

/** Signs a customer's token as a site does (HS256). */
export function sign(claims: Claims, secret: string): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ exp, ...claims })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
