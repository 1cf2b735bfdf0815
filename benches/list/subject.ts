/** What is measured: a page of the desk's list and thread, whoever has made it. */

/** One of them. */
export interface Subject {
  /** Reads the data, pages of conversations and a thread as JSON, into what it keeps. Nothing is drawn. */
  prepare(pages: string[], thread: string): Promise<void>;
  /** Shows them. */
  mount(root: HTMLElement): void;
  /** Messages come in: JSON, each as if it came alone. */
  push(arrivals: string): void;
  /** Opens a conversation with the last `count` lines of the thread, scrolled to the end. */
  openThread(id: string, count: number): void;
  /** Takes it down. */
  unmount(): void;
  /** Bytes that it holds outside the browser's own account: a module's memory. */
  bytes(): number;
  /** In which document tree its elements are. */
  tree(): Document | ShadowRoot;
}
