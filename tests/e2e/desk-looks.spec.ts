/**
 * How the desk looks, in pictures that are kept: light and dark, wide and on a phone, from left to right
 * and from right to left. In each of them axe finds nothing. CONTRIBUTING.md says how they are taken anew.
 */

import { expectAccessible } from './support/a11y.js';
import { DeskHandling } from './support/desk-handling.js';
import { find, looksLike, open, visit } from './support/looks.js';
import { Server } from './support/server.js';
import { expect, test } from './support/still.js';

test('light, wide, English', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'wide', lang: 'en' });
  const { keyboard } = desk.page;
  await visit(desk, server.origin);
  await test.step('several at once, and a menu', async () => {
    await keyboard.press('j');
    for (let at = 0; at < 3; at += 1) {
      await keyboard.press('x');
      await keyboard.press('j');
    }
    await desk.bulk.getByRole('button', { name: 'Assignee' }).click();
    await expect(desk.host.locator('.menu')).toBeVisible();
    await looksLike(desk, 'bulk-light-wide-en');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(desk.bulk).toBeHidden();
  });

  await test.step('a thread, and all about it', async () => {
    await open(desk, 'Wedding present');
    await looksLike(desk, 'thread-light-wide-en');
  });

  await test.step('too late for a reply, which failed', async () => {
    await find(desk, 'Where is my stove?', 'bottom');
    await looksLike(desk, 'window-light-wide-en');
  });
});

test('dark, wide, English', async ({ look, server }) => {
  const desk = await look({ scheme: 'dark', size: 'wide', lang: 'en' });
  const { keyboard } = desk.page;
  await visit(desk, server.origin);
  await keyboard.press('Control+k');
  await expect(desk.host.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await looksLike(desk, 'palette-dark-wide-en');
  await keyboard.press('Escape');
  await expect(desk.host.getByRole('dialog')).toHaveCount(0);

  await test.step('a note that mentions somebody', async () => {
    await open(desk, 'Wedding present');
    await keyboard.press('n');
    await expect(desk.note).toBeFocused();
    await keyboard.type('The card says **To many warm evenings**. @');
    await expect(desk.offered.first()).toBeVisible();
    await looksLike(desk, 'note-dark-wide-en');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
  });

  await test.step('a picture, a voice and a file', async () => {
    await desk.showByPointer('Closed');
    await find(desk, 'Zip of the Brisling jacket', 'top');
    await looksLike(desk, 'files-dark-wide-en');
  });
});

test('light, wide, Arabic', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'wide', lang: 'ar' });
  const { keyboard } = desk.page;
  await visit(desk, server.origin);
  await keyboard.press('v');
  await expect(desk.host.getByRole('dialog')).toBeVisible();
  await looksLike(desk, 'builder-light-wide-ar');
  await keyboard.press('Escape');
  await find(desk, 'Repair of a zip', 'bottom');
  await looksLike(desk, 'place-light-wide-ar');
});

test('dark, wide, Arabic', async ({ look, server }) => {
  const desk = await look({ scheme: 'dark', size: 'wide', lang: 'ar' });
  const { keyboard } = desk.page;
  await visit(desk, server.origin);
  await keyboard.press('?');
  await expect(desk.host.getByRole('dialog')).toBeVisible();
  await looksLike(desk, 'sheet-dark-wide-ar');
  await keyboard.press('Escape');
  await open(desk, 'استبدال حذاء Fjell');
  await looksLike(desk, 'thread-dark-wide-ar');
});

test('light, phone, English', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'phone', lang: 'en' });
  await visit(desk, server.origin);
  await looksLike(desk, 'list-light-phone-en');
  await open(desk, 'Wedding present');
  await looksLike(desk, 'thread-light-phone-en');
  await desk.reply.fill('/');
  await expect(desk.offered.first()).toBeVisible();
  await looksLike(desk, 'canned-light-phone-en');
});

test('dark, phone, English', async ({ look, server }) => {
  const desk = await look({ scheme: 'dark', size: 'phone', lang: 'en' });
  await visit(desk, server.origin);
  await desk.showByPointer('All');
  await find(desk, 'Call about the reading lamp', 'bottom');
  await looksLike(desk, 'call-dark-phone-en');
  await desk.back.click();
  await find(desk, 'Zip of the Brisling jacket', 'bottom');
  await desk.thread.getByRole('button', { name: 'Enlarge picture' }).last().click();
  await expect(desk.host.getByRole('dialog')).toBeVisible();
  await looksLike(desk, 'lightbox-dark-phone-en');
});

test('light, phone, Arabic', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'phone', lang: 'ar' });
  await visit(desk, server.origin);
  await open(desk, 'استبدال حذاء Fjell');
  await looksLike(desk, 'thread-light-phone-ar');
  await desk.host.locator('.thread-actions .menu-root').last().click();
  await desk.host.getByRole('menuitemradio').last().click();
  await expect(new DeskHandling(desk).find.or(desk.host.getByRole('dialog'))).toBeVisible();
  await looksLike(desk, 'delete-light-phone-ar');
});

test('dark, phone, Arabic', async ({ look, server }) => {
  const desk = await look({ scheme: 'dark', size: 'phone', lang: 'ar' });
  await visit(desk, server.origin);
  await looksLike(desk, 'list-dark-phone-ar');
  await desk.page.keyboard.press(',');
  await expect(desk.host.getByRole('dialog')).toBeVisible();
  await looksLike(desk, 'settings-dark-phone-ar');
});

test.describe('nothing to show', () => {
  /** A page that is not the server's, so that it is there when the server is not. */
  const embedded = (server: Server, token: string): string =>
    `<style>html, body { height: 100%; margin: 0 }</style>
     <inbox-desk endpoint="${server.origin}" token="${token}" page></inbox-desk>`;

  test('an empty inbox', async ({ look, shop }) => {
    const server = await Server.start({ demo: false, allowOrigin: shop.origin });
    try {
      const desk = await look({ scheme: 'dark', size: 'wide', lang: 'en' }, () => server.origin);
      shop.shows(embedded(server, server.agentToken('Maya Lindqvist')));
      await desk.page.goto(shop.origin);
      await expect(desk.host).toContainText('Nothing here');
      await looksLike(desk, 'empty-dark-wide-en');
    } finally {
      await server.dispose();
    }
  });

  test('what is still to come, and what does not come', async ({ look, shop, server }) => {
    shop.shows(embedded(server, server.agentToken('Maya Lindqvist')));
    const desk = await look({ scheme: 'light', size: 'wide', lang: 'en' });
    server.pause();
    await desk.page.goto(shop.origin);
    await expect(desk.host.getByRole('status', { name: 'Loading…' })).toBeVisible();
    await looksLike(desk, 'loading-light-wide-en');
    await desk.page.setViewportSize({ width: 900, height: 900 });
    await expectAccessible(desk.page, 'views without words', 'inbox-desk');
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    server.resume();
    await expect(desk.rows.first()).toBeVisible();
    await server.kill();
    await expect(desk.host).toContainText('Reconnecting…');
    await desk.showByPointer('Closed');
    await expect(desk.host.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
    await looksLike(desk, 'away-light-wide-en');
  });
});
