/**
 * A long day at the desk: messages come in while one conversation after the other is opened, and what the
 * page holds on to does not grow: over the rounds after the first, heap, nodes and listeners by less than
 * a tenth, by the line that fits them best. `npm run soak` has ten times as many messages.
 */

import { Api } from './support/api.js';
import { expect, test } from './support/test.js';
import { DeskPage } from './support/desk-page.js';
import { growth, Monitor, VITALS, type Vitals } from './support/vitals.js';

const whole = process.env['SOAK'] === 'whole';
const EVENTS = whole ? 10_000 : 1_000;
/** Each another one, and in the first rounds already more than the desk keeps threads. */
const OPENED = whole ? 500 : 200;
const ROUNDS = whole ? 20 : 10;
/** Rounds in which what is made once and kept is made. */
const WARM = 3;
const CUSTOMERS = 10;
/** Conversations of each. */
const EACH = OPENED / CUSTOMERS;
/** Bytes of the module's memory for each message, at most: those of threads that are read at last. */
const KEPT = 1_000;

interface Shows {
  showConversation(id: string): Promise<void>;
}

test('a day of messages leaves nothing behind', async ({ devices, server }) => {
  test.setTimeout(whole ? 3_600_000 : 300_000);
  const names = Array.from({ length: CUSTOMERS }, (_, at) => `soak-${at}`);
  const customers = names.map((name) => new Api(server.origin, server.customerToken(name)));
  const rest = (await customers[0]!.begin('Between two rounds')).id;
  const mark = (await customers[0]!.begin('How far it is')).id;
  const threads: [Api, string, string][] = [];
  for (const [who, customer] of customers.entries())
    for (let at = 0; at < EACH; at += 1) {
      const question = `Question ${at} of ${names[who]}`;
      threads.push([customer, (await customer.begin(question)).id, question]);
    }

  const { page } = await devices.fresh({ reducedMotion: 'reduce' });
  const monitor = await Monitor.of(page);
  const desk = new DeskPage(page);
  await desk.visit(server.origin);
  await desk.show('All');
  await expect(desk.rows.first()).toBeVisible();

  let sent = 0;
  /** Customers write, in turns and side by side. */
  const arrive = async (count: number): Promise<void> => {
    const until = sent + count;
    const writer = async (): Promise<void> => {
      while (sent < until) {
        const [customer, id] = threads[sent % threads.length]!;
        sent += 1;
        await customer.reply(id, `Message ${sent}`);
      }
    };
    await Promise.all([writer(), writer(), writer()]);
  };
  const show = (id: string): Promise<void> =>
    desk.host.evaluate((host, id) => (host as HTMLElement & Shows).showConversation(id), id);

  let opened = 0;
  /** The agent opens one after the other, none twice. */
  const read = async (count: number): Promise<void> => {
    for (const until = opened + count; opened < until; opened += 1) {
      const [, id, question] = threads[opened]!;
      await show(id);
      await expect(desk.message(question)).toBeVisible();
    }
  };

  const looks: Vitals[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await Promise.all([arrive(EVENTS / ROUNDS - 1), read(OPENED / ROUNDS)]);
    // Events come in their order: what was said before has come, too.
    await customers[0]!.reply(mark, `Round ${round} is over`);
    await show(mark);
    await expect(desk.message(`Round ${round} is over`)).toBeVisible();
    // What is looked at is the same each time.
    await show(rest);
    await expect(desk.message('Between two rounds')).toBeVisible();
    looks.push(await monitor.look());
  }

  const table = [VITALS.join('\t'), ...looks.map((look) => VITALS.map((one) => look[one]).join('\t'))].join('\n');
  await test.info().attach('vitals.tsv', { body: table, contentType: 'text/tab-separated-values' });
  const settled = looks.slice(WARM);
  const grown = VITALS.map((one) => [one, growth(settled.map((look) => look[one]))] as const);
  console.log(`${table}\n${grown.map(([one, part]) => `${one} ${(part * 100).toFixed(1)} %`).join(', ')}`);
  for (const [one, part] of grown) if (one !== 'wasm') expect.soft(part, `${one} of\n${table}`).toBeLessThan(0.1);
  // The threads that were looked at last are kept, and grow with what is said in them.
  const said = EVENTS * (1 - WARM / ROUNDS);
  const kept = (settled.at(-1)!.wasm - settled[0]!.wasm) / said;
  expect(kept, `bytes for each message of\n${table}`).toBeLessThan(KEPT);
});
