/** `inbox-widgets/messenger`, `<inbox-messenger>`: a launcher that is there at once, and a panel that its widget fills later. */

import launcherStyles from '../../styles/launcher.css?inline';
import { part, reflect } from '../frame/dom.js';
import { whenIdle } from '../frame/idle.js';
import { createLauncher } from '../frame/launcher.js';
import { perDialect } from '../frame/source.js';
import type { InboxDefer, InboxSide } from '../types.js';
import { InboxElement, register } from './base.js';

const sourceOf = perDialect('messenger', () => import('../widgets/messenger-widget.js'));
/** Whether the panel fills the window. launcher.css has the same figure. */
const isNarrow = (): boolean => matchMedia('(max-width: 480px)').matches;

/**
 * The customer's side: a launcher in a corner of the page, and a panel above it. Sends the events
 * of {@link InboxEventDetails}.
 */
export class InboxMessenger extends InboxElement {
  static override readonly observedAttributes = [...InboxElement.observedAttributes, 'open'];

  /** The side of the window that the launcher keeps to. Empty: where lines of text end. */
  declare side: InboxSide | '';
  /** When the widget is loaded. Empty: when the page has loaded and is idle. */
  declare defer: InboxDefer | '';
  /**
   * What of the page opens and closes the panel instead of our own launcher: a CSS selector, also of
   * what comes later. `none`: nothing does, and it is left to the methods. Empty: our own.
   */
  declare launcher: string;

  readonly #launcher = createLauncher();
  readonly #close = part('button', 'close', { type: 'button' }, '×');
  readonly #panel = part('div', 'panel', { role: 'dialog', tabindex: '-1' }, this.frame, this.#close);
  #unread = 0;
  /** Who of the page had the focus before the panel. */
  #before: Element | null = null;

  /** @internal */
  protected readonly sourceOf = sourceOf;

  constructor() {
    super();
    this.adopt(launcherStyles);
    this.shadowRoot?.append(this.#launcher.button, this.#panel);
    this.#launcher.button.addEventListener('click', () => (this.open = !this.open));
    this.#close.addEventListener('click', () => (this.open = false));
    this.#panel.addEventListener('keydown', (event) => {
      // The widget closes its own menus first, and says so by preventing the default.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.stopPropagation();
      this.open = false;
    });
    this.#panel.addEventListener('focusout', ({ relatedTarget }) => {
      // A panel that fills the window hides whatever else the focus could go to.
      const leaves = relatedTarget && !this.#panel.contains(relatedTarget as Node);
      if (leaves && this.open && isNarrow()) this.#panel.focus();
    });
  }

  /** Whether the panel is open. */
  get open(): boolean {
    return this.hasAttribute('open');
  }
  set open(value: boolean) {
    this.toggleAttribute('open', value);
  }

  /** Opens the panel. Resolves when the widget is in it. */
  show(): Promise<void> {
    this.open = true;
    return this.ready();
  }

  /** Closes the panel. Resolves when it is out of sight. */
  async hide(): Promise<void> {
    this.open = false;
    await Promise.allSettled(this.#panel.getAnimations().map(({ finished }) => finished));
  }

  /** Opens the panel if it is closed, and closes it if it is open. */
  toggle(): Promise<void> {
    return this.open ? this.hide() : this.show();
  }

  /** Opens the panel at the conversation of this id. */
  override showConversation(id: string): Promise<void> {
    this.open = true;
    return super.showConversation(id);
  }

  /** Opens the panel with a new conversation, and `text` in its composer. Nothing is sent. */
  override showNewMessage(text = ''): Promise<void> {
    this.open = true;
    return super.showNewMessage(text);
  }

  /** @internal */
  override attributeChangedCallback(name: string): void {
    super.attributeChangedCallback(name);
    if (this.#panel.classList.contains('open') !== this.open) this.#moved();
  }

  /** @internal */
  override heard(name: string, detail: unknown): void {
    if (name === 'open' || name === 'close') {
      this.open = name === 'open';
      return;
    }
    if (name === 'unread') {
      this.#unread = (detail as { count: number }).count;
      this.localize();
    }
    super.heard(name, detail);
  }

  /** @internal */
  protected connected(signal: AbortSignal): void {
    const want = (): void => this.want();
    const { defer } = this;
    const press = ({ target }: Event): void => {
      if (this.#ofPage && (target as Element).closest(this.#ofPage)) void this.toggle();
    };
    document.addEventListener('click', press, { signal });
    for (const sign of ['pointerenter', 'focus']) {
      if (defer !== 'manual') this.#launcher.button.addEventListener(sign, want, { signal, once: true });
    }
    if (this.open) want();
    else if (defer !== 'manual' && defer !== 'interaction') whenIdle(want, signal);
  }

  /** @internal */
  protected localize(): void {
    const { words } = this;
    this.#launcher.draw(this.open, this.#unread, words);
    this.#panel.ariaLabel = words.title;
    this.#close.ariaLabel = words.launcherClose;
  }

  /** The selector of the page's own launchers. */
  get #ofPage(): string {
    return this.launcher === 'none' ? '' : this.launcher;
  }

  /** The panel has been opened or closed. */
  #moved(): void {
    const { open } = this;
    this.#panel.classList.toggle('open', open);
    this.#panel.ariaModal = String(open && isNarrow());
    if (this.#ofPage) for (const one of document.querySelectorAll(this.#ofPage)) one.ariaExpanded = `${open}`;
    if (!this.living) return; // a page that begins with an open panel keeps its focus
    if (open) {
      this.#before = document.activeElement;
      this.#panel.focus({ preventScroll: true });
      this.want();
    } else if (this.shadowRoot?.activeElement) {
      // Focus goes back only from inside: not from the page.
      const back = this.launcher ? (this.#before as HTMLElement | null) : this.#launcher.button;
      back?.focus({ preventScroll: true });
    }
    this.announce(open ? 'inbox:show' : 'inbox:hide', {});
  }
}

reflect(InboxMessenger, 'side', 'defer', 'launcher');

/** Registers `<inbox-messenger>`. Does nothing on a server, nor the second time. */
export function defineMessenger(): void {
  register('inbox-messenger', InboxMessenger);
}

export { defineMessenger as define };
export type * from '../types.js';
