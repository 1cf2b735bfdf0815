/**
 * What both elements share: attributes and properties in, events out, and a frame that shows the
 * widget or what stands in its place. Small, because it is on the page before anything is wanted.
 */

import frameStyles from '../../styles/frame.css?inline';
import { part, reflect, sheet } from '../frame/dom.js';
import { retryable, type LazySource } from '../frame/source.js';
import { wordsFor, type Words } from '../frame/words.js';
import type { Failure, Phase, WidgetConfig } from '../internal.js';
import type { WidgetHost } from '../runtime.js';
import type { InboxDialect, InboxEventDetails, InboxStrings, InboxTheme } from '../types.js';

/** A server that renders pages has no HTMLElement; there, importing must do no harm. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** The shared part of `<inbox-messenger>` and `<inbox-desk>`. */
export abstract class InboxElement extends Base {
  static readonly observedAttributes: string[] = [
    'endpoint',
    'dialect',
    'organisation',
    'dir',
    'token',
    'lang',
    'theme',
  ];

  /** Base address of the inbox-server, relative to the page if need be. Empty: the page's own origin. */
  declare endpoint: string;
  /** The API that the endpoint is spoken to in. Empty: the widget's default. */
  declare dialect: InboxDialect | '';
  /** Id of the organisation, where a server serves several. Empty: its first, or the agent's own. */
  declare organisation: string;
  /** Which colours are used. Empty: those that the reader's system prefers. */
  declare theme: InboxTheme | '';

  /** Where its files come from, by the dialect. @internal */
  protected abstract readonly sourceOf: (dialect: string) => LazySource;
  /** A section, or headers inside it would count as those of the page. @internal */
  readonly mountPoint = part('section', 'mount');
  /** Holds the mount point, and what is shown while it is empty. @internal */
  protected readonly frame = part('div', 'frame', { tabindex: '-1' });
  /** @internal */
  protected host: WidgetHost | undefined;

  readonly #failure = part('div', 'failure', { role: 'alert' });
  /** Ends when the element leaves the document. */
  #life: AbortController | undefined;
  #runtime: Promise<WidgetHost> | undefined;
  #token: string | undefined;
  #strings: InboxStrings = {};

  /** @internal */
  get source(): LazySource {
    return this.sourceOf(this.dialect);
  }

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.adopt(frameStyles);
    this.frame.append(this.mountPoint, part('div', 'skeleton'), this.#failure);
  }

  /**
   * Bearer token of the reader; empty for a visitor. Better set here than as an attribute: what the
   * property is set to stays out of the document.
   */
  get token(): string {
    return this.#token ?? this.getAttribute('token') ?? '';
  }
  set token(value: string | null | undefined) {
    this.#token = value ?? '';
    this.host?.changed('token');
  }

  /** Words to use instead of the built-in ones. */
  get strings(): InboxStrings {
    return this.#strings;
  }
  set strings(value: InboxStrings) {
    this.#strings = value;
    this.host?.changed('strings');
    this.localize();
  }

  /**
   * Loads and mounts the widget if that has not happened, and resolves when it answers. Rejects
   * with an {@link InboxError} if it cannot. While the element is outside the document, it waits.
   */
  async ready(): Promise<void> {
    await (await this.#load()).ready();
  }

  /** Brings the conversation of this id to the front. */
  showConversation(id: string): Promise<void> {
    return this.#command('showConversation', { id });
  }

  /** Begins a conversation, with `text` in the composer. Nothing is sent. */
  showNewMessage(text = ''): Promise<void> {
    return this.#command('showNewMessage', { text });
  }

  /** Takes the element out of the document, and the widget down at once. Putting it back starts anew. */
  async destroy(): Promise<void> {
    this.remove();
    this.#end();
  }

  /** @internal */
  connectedCallback(): void {
    if (this.#life) return; // it has only been moved
    this.#life = new AbortController();
    this.#upgrade();
    this.localize();
    this.host?.begin();
    this.connected(this.#life.signal);
  }

  /** @internal */
  disconnectedCallback(): void {
    // A move is a removal and an insertion in one go: who is back by then has not left.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /** `moveBefore` calls this instead of the other two, and then there is nothing to do. @internal */
  connectedMoveCallback(): void {
    return;
  }

  /** @internal */
  attributeChangedCallback(name: string): void {
    this.host?.changed(name as keyof WidgetConfig);
    this.localize();
  }

  /** @internal */
  adopt(styles: string): void {
    const adopted = this.shadowRoot?.adoptedStyleSheets ?? [];
    const made = sheet(styles);
    if (!adopted.includes(made)) adopted.push(made);
  }

  /** @internal */
  heard(name: string, detail: unknown): void {
    this.announce(`inbox:${name}` as keyof InboxEventDetails, detail as never);
  }

  /** @internal */
  entered(phase: Phase): void {
    this.frame.dataset['phase'] = phase;
    this.#failure.replaceChildren();
  }

  /** @internal */
  failed({ code, message, lines, retry }: Failure): void {
    const button = part('button', 'retry', { type: 'button' }, retry);
    button.addEventListener('click', () => {
      this.frame.focus(); // the button is about to go
      this.want();
    });
    this.#failure.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
      button,
    );
    this.announce('inbox:error', { code, message });
  }

  /** Called when the element has come into the document; a mere move does not count. @internal */
  protected abstract connected(signal: AbortSignal): void;

  /** Puts words in their places. @internal */
  protected abstract localize(): void;

  /** Whether the element is in the document, as far as its widget is concerned. @internal */
  protected get living(): boolean {
    return !!this.#life;
  }

  /** @internal */
  protected get words(): Words {
    return wordsFor(this.inherited('lang'), this.#strings);
  }

  /** The nearest value of an attribute that counts for everything inside, also in shadow trees. @internal */
  inherited(name: 'lang' | 'dir'): string {
    let from: Element | undefined = this;
    let found;
    while (from && !(found = from.closest(`[${name}]`))) from = (from.getRootNode() as Partial<ShadowRoot>).host;
    return found?.getAttribute(name) ?? '';
  }

  /** Has the widget loaded; failures are shown where it would be. @internal */
  protected want(): void {
    this.ready().catch(() => undefined);
  }

  /** Tells the page: an event that bubbles and leaves shadow trees. @internal */
  protected announce<Name extends keyof InboxEventDetails>(name: Name, detail: InboxEventDetails[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  async #command(name: string, argument: unknown): Promise<void> {
    await (await this.#load()).command(name, argument);
  }

  #load(): Promise<WidgetHost> {
    this.source.prefetch();
    return (this.#runtime ??= this.#loadRuntime());
  }

  async #loadRuntime(): Promise<WidgetHost> {
    this.entered('loading');
    try {
      const { createHost } = await loadRuntime();
      this.host = createHost(this);
      if (this.living) this.host.begin();
      return this.host;
    } catch (cause) {
      this.#runtime = undefined;
      const code = 'network';
      this.entered('failed');
      // Who would know more has not come; nor have its words, nor its styles.
      this.failed({ code, message: String(cause), lines: [], retry: this.words.retry });
      throw Object.defineProperties(new Error(code, { cause }), {
        // Where what all errors share is frozen, a name cannot be assigned.
        name: { value: 'InboxError' },
        code: { value: code },
      });
    }
  }

  #end(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.host?.end();
  }

  /** What was set before the class was known is an own property, and hides the one of the class. */
  #upgrade(): void {
    const own = this as Record<string, unknown>;
    for (const [name, value] of Object.entries(own)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      delete own[name];
      own[name] = value;
    }
  }
}

const loadRuntime = retryable(() => import('../runtime.js'));

reflect(InboxElement, 'endpoint', 'dialect', 'organisation', 'theme');

/** Registers `element` as `tag`. Does nothing on a server, nor where the tag is taken already. */
export function register(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
