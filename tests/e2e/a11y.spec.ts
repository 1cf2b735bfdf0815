/** Both surfaces in all of their states, for everybody: no finding of axe, light and dark, and all of it by keyboard. */

import type { BrowserContextOptions } from '@playwright/test';

import { expectAccessible, listen, tabTo } from './support/a11y.js';
import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { loseNetwork } from './support/network.js';
import { expect, test } from './support/test.js';

/** Colours are judged when nothing moves. */
const STILL: BrowserContextOptions = { reducedMotion: 'reduce' };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test('the messenger', async ({ devices, server }) => {
      const messenger = new MessengerPage((await devices.fresh({ ...STILL, colorScheme })).page);
      const looks = (state: string): Promise<void> => expectAccessible(messenger.page, state, 'inbox-messenger');
      await messenger.visitAsLena(server.origin);
      await expect(messenger.launcher).toHaveAccessibleName(/^Open chat/);
      await looks('closed');
      await messenger.open();
      await expect(messenger.conversations.first()).toBeVisible();
      await looks('home');
      await messenger.newConversation.click();
      await expect(messenger.composer).toBeVisible();
      await looks('start');
      await messenger.composer.fill('a'.repeat(20_001));
      await looks('too long a message');
      await messenger.composer.fill('Good morning');
      await messenger.send.click();
      await messenger.expectSent('Good morning');
      await looks('thread of one message');
      for (let at = 0; at < 3; at += 1) {
        await messenger.back.click();
        await messenger.conversations.nth(at).click();
        await expect(messenger.messages.first()).toBeVisible();
        await looks(`thread ${at}`);
      }
      await loseNetwork(messenger.host);
      await messenger.say('Into the blue');
      await expect(messenger.banner).toBeVisible();
      await looks('offline');
    });

    test('the messenger, closed conversation and failures', async ({ devices, server, agent }) => {
      const messenger = new MessengerPage((await devices.fresh({ ...STILL, colorScheme })).page);
      const looks = (state: string): Promise<void> => expectAccessible(messenger.page, state, 'inbox-messenger');
      await messenger.visitAsGuest(server.origin);
      await messenger.open();
      await expect(messenger.newConversation).toBeVisible();
      await looks('home of a new visitor');
      await messenger.begin('Is this closed?');
      await messenger.expectSent('Is this closed?');
      const [conversation] = await agent.list('?limit=1');
      await agent.update(conversation!.id, { state: 'closed' });
      await expect(messenger.panel).toContainText('This conversation was closed');
      await looks('closed conversation');
      await messenger.signIn('ict_nobody');
      await expect(messenger.panel.getByRole('alert')).toContainText('You are signed out');
      await looks('signed out');
    });

    test('the desk', async ({ devices, server }) => {
      const desk = new DeskPage((await devices.fresh({ ...STILL, colorScheme })).page);
      const looks = (state: string): Promise<void> => expectAccessible(desk.page, state, 'inbox-desk');
      await desk.page.setViewportSize({ width: 1440, height: 900 });
      await desk.visit(server.origin);
      await looks('list only');
      await desk.rows.first().click();
      await expect(desk.messages.first()).toBeVisible();
      await looks('thread');
      await desk.assignee.click();
      await expect(desk.menu).toBeVisible();
      await looks('menu');
      await desk.page.keyboard.press('Escape');
      await desk.reading.getByRole('button', { name: 'Note', exact: true }).click();
      await desk.note.fill('For us only');
      await looks('note mode');
      await desk.page.setViewportSize({ width: 1100, height: 800 });
      await desk.reading.getByRole('button', { name: 'Details' }).click();
      await expect(desk.details).toBeVisible();
      await looks('details over the thread');
      await desk.details.getByRole('button', { name: 'Close' }).click();
      await desk.page.setViewportSize({ width: 390, height: 844 });
      await looks('phone, thread');
      await desk.back.click();
      await expect(desk.rows.first()).toBeVisible();
      await looks('phone, list');
      await desk.page.setViewportSize({ width: 1440, height: 900 });
      await desk.show('Closed');
      await expect(desk.rows.first()).toBeVisible();
      for (let at = 0; at < 4; at += 1) {
        await desk.rows.nth(at).click();
        await expect(desk.messages.first()).toBeVisible();
        await looks(`closed conversation ${at}`);
      }
    });
  });
}

test('in Arabic, from right to left', async ({ devices, server }) => {
  const { page } = await devices.fresh(STILL);
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.documentElement.lang = 'ar')));
  const messenger = new MessengerPage(page);
  await messenger.visitAsLena(server.origin);
  await expect(messenger.launcher).toHaveAccessibleName(/^فتح المحادثة/);
  await messenger.launcher.click();
  const home = messenger.panel.getByRole('button', { name: /أرسل|راسل|اكتب/ }).first();
  await expect(home).toBeVisible();
  await expect(messenger.panel.locator('[dir=rtl]').first()).toBeVisible();
  await expectAccessible(page, 'messenger', 'inbox-messenger');

  await page.goto(`${server.origin}/desk`);
  const options = page.locator('inbox-desk').getByRole('option');
  await expect(options.first()).toBeVisible();
  await options.first().click();
  await expect(page.locator('inbox-desk').locator('[data-kind]').first()).toBeVisible();
  await expectAccessible(page, 'desk', 'inbox-desk');
});

test('the messenger by keyboard alone', async ({ messenger }) => {
  const { page } = messenger;
  await messenger.launcher.focus();
  await page.keyboard.press('Enter');
  await expect(messenger.newConversation).toBeVisible();
  await tabTo(page, 'Send us a message');
  await page.keyboard.press('Enter');
  await expect(messenger.composer).toBeFocused();
  await page.keyboard.type('Typed, never clicked');
  await page.keyboard.press('Enter');
  await messenger.expectSent('Typed, never clicked');
  await expect(messenger.composer).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await expect(messenger.composer).toHaveValue('\nsecond line');
  await page.keyboard.press('Escape');
  await expect(messenger.panel).toBeHidden();
  await expect(messenger.launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(messenger.composer).toHaveValue('\nsecond line');
});

test('the desk by keyboard alone', async ({ desk }) => {
  const { page } = desk;
  await tabTo(page, 'Conversations');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await desk.rows.nth(1).getAttribute('id');
  await expect(desk.list).toHaveAttribute('aria-activedescendant', second ?? '');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(desk.messages.first()).toBeVisible();
  await expect(desk.list).toBeFocused();

  await tabTo(page, /^Assignee: /);
  await page.keyboard.press('Enter');
  await expect(desk.menu).toBeVisible();
  await expect(desk.menu.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(desk.menu).toBeHidden();
  await expect(desk.assignee).toBeFocused();

  await tabTo(page, /^Reply to /);
  await page.keyboard.type('From the keyboard');
  await page.keyboard.press('Enter');
  await expect(desk.message('From the keyboard')).toHaveAttribute('data-state', 'held');
  await tabTo(page, 'Send now', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(desk.message('From the keyboard')).toHaveAttribute('data-state', /sent|delivered|read/);
  await expect(desk.reply).toBeFocused();
});

test('an arriving message is announced once', async ({ messenger, desk }) => {
  await messenger.begin('Can you hear me?');
  await desk.open('Can you hear me?');
  await desk.answer('Loud and clear.');
  await expect(messenger.message('Loud and clear.')).toBeVisible();
  const heard = await listen(messenger.host);
  await desk.answer('And you?');
  await expect(messenger.message('And you?')).toBeVisible();
  await desk.answer('Over.');
  const announced = ['And you?', 'Over.'].map((text) => `New message from Maya Lindqvist: ${text}`);
  await expect.poll(heard).toEqual(announced);
  // What is done to a thread meanwhile announces nothing again.
  await messenger.say('You too');
  await expect(desk.message('You too')).toBeVisible();
  await expect(messenger.message('You too')).toHaveAttribute('data-state', /sent|delivered|read/);
  expect(await heard()).toEqual(announced);
});
