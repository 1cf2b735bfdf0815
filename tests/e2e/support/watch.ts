/** Looks over the shoulder of every page: nothing foreign is asked for, nothing forbidden tried, nothing thrown. */

import type { BrowserContext, Page, Response } from '@playwright/test';

/** What a context's pages did that none of ours may do, and what they were told. */
export class Watch {
  /** Breaches of the page's Content-Security-Policy. */
  readonly violations: string[] = [];
  /** Requests to anybody else. */
  readonly foreign: string[] = [];
  /** `alert` and its like. */
  readonly dialogs: string[] = [];
  /** Exceptions that nobody caught, panics of the WebAssembly among them. */
  readonly errors: string[] = [];
  readonly #origins: (() => string)[];
  readonly #bodies: Promise<string>[] = [];
  #streamed = '';

  private constructor(origins: (() => string)[]) {
    this.#origins = origins;
  }

  /** Watches all pages of a context, from their first line on. */
  static async over(context: BrowserContext, origins: (() => string)[]): Promise<Watch> {
    const watch = new Watch([...origins]);
    await context.exposeFunction('tellViolation', (text: string) => watch.violations.push(text));
    await context.addInitScript(() => {
      Error.stackTraceLimit = 60; // a panic's own frames are the first ten
      const told = window as unknown as { tellViolation(text: string): void };
      document.addEventListener('securitypolicyviolation', (event) => {
        const where = `${event.sourceFile}:${event.lineNumber}`;
        told.tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${where} ${event.sample}`);
      });
    });
    context.on('request', (request) => {
      const url = request.url();
      const ours = [...watch.#origins.map((origin) => `${origin()}/`), 'data:', 'blob:'];
      if (!ours.some((start) => url.startsWith(start))) watch.foreign.push(url);
    });
    context.on('response', (response) => watch.#bodies.push(bodyOf(response)));
    return watch;
  }

  /** One more origin is ours. */
  allow(origin: () => string): void {
    this.#origins.push(origin);
  }

  /** What was found was meant to be. */
  forget(): void {
    for (const list of Object.values(this.findings)) list.length = 0;
  }

  /** Follows one page, from before its first request. */
  async follow(page: Page): Promise<void> {
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    // Bodies that never end are told of by the protocol alone.
    const protocol = await page.context().newCDPSession(page);
    protocol.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.mimeType !== 'text/event-stream') return;
      const streamed = protocol.send('Network.streamResourceContent', { requestId });
      streamed.then(
        ({ bufferedData }) => this.#hear(bufferedData),
        () => undefined, // it has ended already
      );
    });
    protocol.on('Network.dataReceived', ({ data }) => this.#hear(data));
    await protocol.send('Network.enable');
  }

  /** Everything that the server has told the context's pages so far, the live stream included. */
  async told(): Promise<string> {
    return [...(await Promise.all(this.#bodies)), this.#streamed].join('\n');
  }

  /** All that should be empty. */
  get findings(): Record<string, string[]> {
    const { violations, foreign, dialogs, errors } = this;
    return { violations, foreign, dialogs, errors };
  }

  #hear(base64 = ''): void {
    this.#streamed += Buffer.from(base64, 'base64').toString('utf8');
  }
}

/** The text of an answer; empty where it has none, or where the page went before it came. */
async function bodyOf(response: Response): Promise<string> {
  const type = response.headers()['content-type'] ?? '';
  if (!type.includes('json')) return '';
  return response.text().catch(() => '');
}
