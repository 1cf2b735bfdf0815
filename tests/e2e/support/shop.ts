/** Another site, on an origin of its own, that embeds the widgets: its pages are up when the server is not. */

import { createServer, type Server as HttpServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';

import { assets } from './server.js';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves one page, and the package's files beside it. */
export class Shop {
  readonly #server: HttpServer;
  #body = '';

  private constructor(server: HttpServer) {
    this.#server = server;
  }

  /** A shop that is open. */
  static async open(): Promise<Shop> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://shop');
      const file = join(assets(), basename(pathname));
      if (pathname === '/') {
        const html = `<!doctype html><meta charset="utf-8"><title>Shop</title>${shop.#body}`;
        response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
      } else if (pathname.startsWith('/assets/') && existsSync(file)) {
        response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
      } else {
        response.writeHead(404).end();
      }
    });
    const shop = new Shop(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return shop;
  }

  /** Where the page is. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What stands on the page from the next load on. */
  shows(body: string): void {
    this.#body = `<script type="module" src="/assets/auto.js"></script>${body}`;
  }

  /** Closes it. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
