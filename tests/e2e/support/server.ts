/** The real `inbox-server` on a database of its own: started, paused, killed, started again. */

import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The program under test: the one that is asked for, else what was built last for release, else for debugging. */
function program(): string {
  const asked = process.env['INBOX_SERVER'];
  if (asked) return resolve(asked);
  const built = ['release', 'debug'].map((profile) => join(ROOT, 'target', profile, 'inbox-server'));
  const found = built.find((path) => existsSync(path));
  if (!found)
    throw new Error('There is no inbox-server. Build it with `cargo build -p inbox-server`, or set INBOX_SERVER.');
  return found;
}

/** The folder of the built package. */
export const assets = (): string => resolve(process.env['INBOX_ASSETS'] ?? join(ROOT, 'dist'));

/** How long a server may take to say that it listens; a busy machine is slow to start anything. */
const PATIENCE = 60_000;

/** What the server is started with. */
export interface ServerOptions {
  /** A database to begin with; it is copied. */
  template?: string;
  /** Whether anybody on this machine may sign in, and an empty database is filled. */
  demo?: boolean;
  /** Another origin whose pages may call. */
  allowOrigin?: string;
  /** The instant at which the demo's clock stands. */
  at?: string;
}

/** One server. Its port stays the same over restarts, as a real one's would. */
export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), 'inbox-e2e-'));
  readonly database = join(this.folder, 'inbox.db');
  readonly #flags: string[];
  #process: ChildProcess | undefined;
  #port = 0;
  #log = '';

  private constructor({ template, demo = true, allowOrigin, at }: ServerOptions) {
    this.#flags = [
      ...(demo ? ['--demo'] : []),
      ...(allowOrigin ? ['--allow-origin', allowOrigin] : []),
      ...(at ? ['--demo-at', at] : []),
    ];
    if (template) copyFileSync(template, this.database);
  }

  /** A server that listens. */
  static async start(options: ServerOptions = {}): Promise<Server> {
    const server = new Server(options);
    await server.start();
    return server;
  }

  /** Where its pages are. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Everything that it has written to its log, over all its lives. */
  get log(): string {
    return this.#log;
  }

  /** Starts it, the first time on a free port, later on the same one. */
  async start(): Promise<void> {
    const folders = ['--assets', assets(), '--site', join(ROOT, 'www/site')];
    const child = spawn(
      program(),
      ['serve', '--port', `${this.#port}`, '--database', this.url, ...this.#flags, ...folders],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#process = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#log += text));
    this.#port = await new Promise<number>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`inbox-server does not listen:\n${this.#log}`)), PATIENCE);
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        done(Number(port));
      });
      child.once('exit', (code) => {
        clearTimeout(timer);
        fail(new Error(`inbox-server ended with ${code}:\n${this.#log}`));
      });
    });
  }

  /** Stops it between two instructions: connections stay open and nothing answers. */
  pause(): void {
    this.#signal('SIGSTOP');
  }

  /** Goes on after {@link pause}. */
  resume(): void {
    this.#signal('SIGCONT');
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it at the instant at which it has written to its database: most often before it has answered. */
  async killAfterNextWrite(): Promise<void> {
    const journal = `${this.database}-wal`;
    const written = (): bigint => statSync(journal, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
    const before = written();
    const deadline = Date.now() + 10_000;
    this.resume();
    // Without a pause between two looks: the answer follows within a millisecond.
    while (written() === before && Date.now() < deadline);
    await this.kill();
  }

  /** Ends it in good order: everything is in the database file then. */
  async stop(): Promise<void> {
    this.resume();
    await this.#end('SIGTERM');
  }

  /** Ends it, and removes its database. */
  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Puts other words into the database, as an import or another program could have: for texts that
   * no API takes. Both have the same length in bytes. It is stopped meanwhile.
   */
  async tamper(words: Record<string, string>): Promise<void> {
    await this.stop();
    let bytes = readFileSync(this.database).toString('latin1');
    for (const [from, to] of Object.entries(words)) {
      const [before, after] = [from, to].map((text) => Buffer.from(text).toString('latin1')) as [string, string];
      if (before.length !== after.length) throw new Error(`${to} is not as long as ${from}`);
      if (!bytes.includes(before)) throw new Error(`${from} is not in the database`);
      bytes = bytes.replaceAll(before, after);
    }
    writeFileSync(this.database, Buffer.from(bytes, 'latin1'));
    await this.start();
  }

  /** A token that lets a test look at everything, and act as this agent. */
  agentToken(name: string): string {
    return this.#command('token', 'create', '--role', 'agent', '--name', name);
  }

  /** A customer's token. */
  customerToken(contact: string): string {
    return this.#command('token', 'create', '--role', 'customer', '--contact', contact);
  }

  /** What was made of a machine's drafts: how what was sent compares with the draft, oldest first. */
  trainingPairs(): { label: string; draft: string; sent: string }[] {
    const lines = this.#command('training-pairs').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  /** Ends a token before its time. */
  revoke(token: string): void {
    this.#command('token', 'revoke', token);
  }

  /** The secret that a site signs its customers' tokens with. */
  identitySecret(): string {
    return this.#command('secret', 'show');
  }

  private get url(): string {
    return `sqlite://${this.database}`;
  }

  #command(...args: string[]): string {
    return execFileSync(program(), [...args, '--database', this.url], { encoding: 'utf8' }).trim();
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#process?.exitCode === null && this.#process.signalCode === null) this.#process.kill(signal);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }
}

/** The demo's database, filled once; tests begin with copies of it. */
export async function demoDatabase(at?: string): Promise<Server> {
  const server = await Server.start(at === undefined ? {} : { at });
  await server.stop();
  return server;
}
