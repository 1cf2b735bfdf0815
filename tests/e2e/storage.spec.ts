/** A device whose storage does not answer: both widgets work from memory. */

import type { Page } from '@playwright/test';

import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { expect, test } from './support/test.js';

/** The databases of this site that a widget keeps. */
const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

/**
 * Holds up a database from the next load on, as another tab can: it keeps it open while somebody wants it deleted, and
 * whoever opens it then hears nothing.
 */
async function holdUp(page: Page, name: string): Promise<void> {
  await page.addInitScript((name) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      (globalThis as unknown as { held: unknown }).held = request.result;
      indexedDB.deleteDatabase(name);
    };
  }, name);
}

test('a guest whose storage never opens is served from memory', async ({ messenger, server, desk }) => {
  const { page } = messenger;
  await messenger.begin('This is kept');
  await messenger.expectSent('This is kept');
  const [name] = (await databases(page)).filter((one) => one.startsWith('inbox-widgets/messenger'));
  await holdUp(page, name!);
  await page.goto(`${server.origin}/`);
  // It is opened before it is given up, and nothing has been read of who this is.
  await messenger.open();
  await messenger.begin('Does it work without storage?');
  await messenger.expectSent('Does it work without storage?');
  await desk.open('Does it work without storage?');
  await desk.answer('It does.');
  await expect(messenger.message('It does.')).toBeVisible();
});

test('an agent whose storage never opens works from memory', async ({ devices, server, agent }) => {
  const { page } = await devices.fresh();
  const desk = new DeskPage(page);
  await desk.visit(server.origin);
  const [name] = (await databases(page)).filter((one) => one.startsWith('inbox-widgets/desk'));
  await holdUp(page, name!);
  await desk.visit(server.origin);
  const [conversation] = await agent.list('?limit=1');
  await desk.rows.first().click();
  await desk.leaveNote('Written without storage');
  await expect(desk.message('Written without storage')).toBeVisible();
  await expect.poll(() => agent.said(conversation!.id)).toContain('Written without storage');
});

test('a database that comes late is furnished, and there at the next visit', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  const messenger = new MessengerPage(page);
  await messenger.visitAsGuest(server.origin);
  await messenger.open();
  await expect(messenger.newConversation).toBeVisible();
  const [name] = (await databases(page)).filter((one) => one.startsWith('inbox-widgets/messenger'));
  await holdUp(page, name!);
  await page.goto(`${server.origin}/`);
  await messenger.begin('Said from memory');
  await messenger.expectSent('Said from memory');
  // What held it up ends: it is deleted, and made anew for the widget that has given it up.
  await page.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
  const drawers = () =>
    page.evaluate(async (name) => {
      const opened = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(new Error(`${request.error}`));
      });
      const drawers = [...opened.objectStoreNames];
      opened.close();
      return drawers;
    }, name!);
  expect(await drawers()).toEqual(['drafts', 'identity', 'outbox']);
});
