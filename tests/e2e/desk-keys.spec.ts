/** An agent's day without a mouse: every shortcut, the palette, where the focus goes, and how the desk is set. */

import type { BrowserContextOptions, Page } from '@playwright/test';

import { expectAccessible, tabTo } from './support/a11y.js';
import { DeskDialogs } from './support/desk-dialogs.js';
import { DeskPage } from './support/desk-page.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Is the blue tent in stock?';

/** Colours are judged when nothing moves. */
const STILL: BrowserContextOptions = { reducedMotion: 'reduce' };

test('open, read, reply, note, assign, tag, snooze and close, by keys alone', async ({ messenger, desk }) => {
  const { keyboard } = desk.page;
  const dialogs = new DeskDialogs(desk);
  await messenger.beginByKeyboard(QUESTION);
  await expect(desk.rows.first()).toContainText(QUESTION);
  const second = (await desk.rows.nth(1).getAttribute('data-conv-id')) ?? '';

  await test.step('the first one is marked, and opened', async () => {
    await keyboard.press('j');
    await expect(desk.list).toBeFocused();
    await expect(desk.list).toHaveAttribute(
      'aria-activedescendant',
      (await desk.rows.first().getAttribute('id')) ?? '',
    );
    await keyboard.press('Enter');
    await expect(desk.message(QUESTION)).toBeVisible();
    await expect(desk.row(QUESTION)).not.toContainText('unread message');
  });

  await test.step('a reply, in which letters are letters', async () => {
    await keyboard.press('r');
    await expect(desk.reply).toBeFocused();
    await keyboard.type('Yes, at once: reach us at any hour');
    await expect(desk.reply).toHaveValue('Yes, at once: reach us at any hour');
    await keyboard.press('Enter');
    await expect(messenger.message('Yes, at once')).toBeVisible();
    await keyboard.press('Escape');
    await expect(desk.thread).toBeFocused();
  });

  await test.step('a note', async () => {
    await keyboard.press('n');
    await expect(desk.note).toBeFocused();
    await keyboard.type('Checked the shelf');
    await keyboard.press('Enter');
    await expect(desk.message('Checked the shelf')).toHaveAttribute('data-kind', 'note');
    await keyboard.press('Escape');
    await expect(desk.thread).toBeFocused();
  });

  await test.step('mine, then a colleague’s', async () => {
    await keyboard.press('a');
    await expect(desk.assignee).toHaveAccessibleName('Assignee: Maya Lindqvist');
    await keyboard.press('Shift+A');
    await expect(desk.menu).toBeVisible();
    await keyboard.type('nair');
    await keyboard.press('Enter');
    await expect(desk.assignee).toHaveAccessibleName('Assignee: Priya Nair');
    await expect(desk.menu).toBeHidden();
    await expect(desk.thread).toBeFocused();
  });

  await test.step('a tag, and back to where one was', async () => {
    const tags = desk.details.getByRole('list').locator('.tag-title');
    await expect(tags).toHaveCount(0);
    await keyboard.press('t');
    await expect(desk.details.getByRole('combobox')).toBeFocused();
    await keyboard.press('Enter');
    await expect(tags).toHaveCount(1);
    await expect(desk.thread).toBeFocused();
  });

  await test.step('snoozed: it leaves the list, and the next one is there', async () => {
    await keyboard.press('h');
    await expect(desk.menu).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(desk.row(QUESTION)).toHaveCount(0);
    await expect(desk.host.locator(`[data-conv-id="${second}"]`)).toHaveAttribute('aria-current', 'true');
    await expect(desk.messages.first()).toBeVisible();
    await expect(desk.list).toBeFocused();
  });

  await test.step('closed: the same again', async () => {
    const third = (await desk.rows.nth(1).getAttribute('data-conv-id')) ?? '';
    await keyboard.press('e');
    await expect(desk.host.locator(`[data-conv-id="${second}"]`)).toHaveCount(0);
    await expect(desk.host.locator(`[data-conv-id="${third}"]`)).toHaveAttribute('aria-current', 'true');
    await expect(desk.list).toBeFocused();
    await expect(dialogs.focused).toHaveCount(1);
  });

  await test.step('and taken back', async () => {
    await keyboard.press('z');
    await expect(desk.host.locator(`[data-conv-id="${second}"]`)).toHaveCount(1);
  });

  await test.step('back to the list, and to another view', async () => {
    await keyboard.press('u');
    await expect(desk.thread).toBeHidden();
    await expect(desk.list).toBeFocused();
    await keyboard.press('g');
    await keyboard.press('2');
    await expect(desk.views.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
  });
});

test('the palette does what is typed, says what it finds, and gives the focus back', async ({ messenger, desk }) => {
  const { keyboard } = desk.page;
  const dialogs = new DeskDialogs(desk);
  await messenger.beginByKeyboard(QUESTION);
  await expect(desk.rows.first()).toContainText(QUESTION);
  await tabTo(desk.page, 'Conversations');

  // One slip is forgiven, and what is typed is found beyond the view.
  await dialogs.command('blue tnet', QUESTION);
  await expect(desk.message(QUESTION)).toBeVisible();
  await expect(desk.list).toBeFocused();

  await dialogs.command('assign me', 'Assign to me');
  await expect(desk.assignee).toHaveAccessibleName('Assignee: Maya Lindqvist');
  await expect(desk.list).toBeFocused();
  await expect(desk.toast).toContainText('Assigned · ');

  await keyboard.press('r');
  await keyboard.type('Half a sen');
  await keyboard.press('Control+k');
  await expect(dialogs.field).toBeFocused();
  await expect(
    dialogs.palette.getByRole('group', { name: 'Recent conversations' }).getByRole('option').first(),
  ).toContainText(QUESTION);
  await keyboard.type('zzzz');
  await expect(dialogs.palette.getByRole('status')).toHaveText('Nothing found for these words');
  await keyboard.press('Escape');
  await expect(dialogs.palette).toBeHidden();
  await expect(desk.reply).toBeFocused();
  await keyboard.type('tence');
  await expect(desk.reply).toHaveValue('Half a sentence');
  await keyboard.press('Escape');

  await dialogs.command('snooze week', /In a week/);
  await expect(desk.row(QUESTION)).toHaveCount(0);
  await expect(desk.list).toBeFocused();
});

test('the page around keeps its keys, and fields their letters', async ({ desk }) => {
  const { page } = desk;
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { id: 'theirs' });
    document.body.prepend(field);
    field.focus();
  });
  await page.keyboard.type('?je');
  await expect(page.locator('#theirs')).toHaveValue('?je');
  await expect(new DeskDialogs(desk).sheet).toHaveCount(0);
  await expect(desk.list).not.toHaveAttribute('aria-activedescendant', /./);
});

test('settings hold at once, and after a reload', async ({ desk }) => {
  const { keyboard } = desk.page;
  const dialogs = new DeskDialogs(desk);
  const height = async (): Promise<number> => (await desk.rows.first().boundingBox())?.height ?? 0;
  expect(await height()).toBe(88);
  await keyboard.press(',');
  await expect(dialogs.settings).toBeVisible();
  await dialogs.settings.getByRole('radio', { name: 'Dark' }).press('Space');
  await dialogs.settings.getByRole('radio', { name: 'Compact' }).press('Space');
  await dialogs.settings.getByRole('switch', { name: /^Single-key shortcuts/ }).press('Space');
  await keyboard.press('Escape');
  await expect(dialogs.settings).toBeHidden();
  await desk.page.reload();
  await expect(desk.rows.first()).toBeVisible();
  expect(await height()).toBe(64);
  const second = await desk.rows.nth(1).boundingBox();
  const first = await desk.rows.nth(0).boundingBox();
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(64);
  const dark = await desk.list.evaluate((list) => getComputedStyle(list).colorScheme);
  expect(dark).toBe('dark');
  await keyboard.press('?');
  await keyboard.press('j');
  await expect(dialogs.sheet).toHaveCount(0);
  await expect(desk.list).not.toHaveAttribute('aria-activedescendant', /./);
  await dialogs.command('shortcuts', 'Keyboard shortcuts');
  await expect(dialogs.sheet).toContainText('Single-key shortcuts are off');
});

test('title and icon count what is unread, on a page that is all desk', async ({ desk, messenger }) => {
  const { page } = desk;
  await expect(page).toHaveTitle(/^\(\d+\+?\) Inbox/);
  const icon = page.locator('link[rel=icon]');
  await expect(icon).toHaveAttribute('href', /^data:image\/png/);
  await messenger.beginByKeyboard(QUESTION);
  await expect(desk.rows.first()).toContainText(QUESTION);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(desk.message(QUESTION)).toBeVisible();

  // A desk within a page leaves title and icon to the page.
  await page.evaluate(async () => {
    const own = document.querySelector('inbox-desk')!;
    document.title = 'Theirs';
    const desk = document.createElement('inbox-desk');
    desk.setAttribute('endpoint', '/');
    desk.token = own.token;
    const counted = new Promise<number>((resolve) =>
      desk.addEventListener('inbox:unread', ({ detail }) => resolve(detail.count)),
    );
    own.replaceWith(desk);
    if ((await counted) < 1) throw new Error('nothing is unread');
  });
  await expect(desk.rows.first()).toBeVisible();
  await expect(page).toHaveTitle('Theirs');
});

/** Shows the page as one that is not in view, and keeps what it would tell. */
async function hide(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    const told: Notification[] = ((globalThis as { told?: Notification[] }).told = []);
    const Real = Notification;
    globalThis.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        told.push(this);
      }
    };
  });
  return () =>
    page.evaluate(() =>
      ((globalThis as { told?: Notification[] }).told ?? []).map(({ title, body }) => `${title}: ${body}`),
    );
}

test('a message that comes while nobody looks is told, and leads to its conversation', async ({ desk, messenger }) => {
  const { page } = desk;
  const dialogs = new DeskDialogs(desk);
  await page.context().grantPermissions(['notifications'], { origin: new URL(page.url()).origin });
  await page.keyboard.press(',');
  await dialogs.settings.getByRole('switch', { name: /^Desktop notifications/ }).press('Space');
  await expect(dialogs.settings.getByRole('switch', { name: /^Desktop notifications/ })).toBeChecked();
  await page.keyboard.press('Escape');
  const told = await hide(page);
  await messenger.beginByKeyboard(QUESTION);
  await expect.poll(told).toEqual([expect.stringContaining(QUESTION)]);
  await page.evaluate(() => (globalThis as { told?: Notification[] }).told?.[0]?.dispatchEvent(new Event('click')));
  await expect(desk.message(QUESTION)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`palette, sheet and settings are accessible, ${colorScheme}`, async ({ devices, server }) => {
    const desk = new DeskPage((await devices.fresh({ ...STILL, colorScheme })).page);
    const dialogs = new DeskDialogs(desk);
    const { keyboard } = desk.page;
    const looks = (state: string): Promise<void> => expectAccessible(desk.page, state, 'inbox-desk');
    await desk.visit(server.origin);
    await keyboard.press('j');
    await keyboard.press('Control+k');
    await expect(dialogs.options.first()).toBeVisible();
    await looks('palette');
    await keyboard.type('a');
    await looks('palette, something typed');
    await keyboard.type('zzzzzz');
    await expect(dialogs.options).toHaveCount(0);
    await looks('palette, nothing found');
    await keyboard.press('Escape');
    await keyboard.press('?');
    await expect(dialogs.sheet).toBeVisible();
    await looks('sheet');
    await keyboard.press('Escape');
    await keyboard.press(',');
    await expect(dialogs.settings).toBeVisible();
    await looks('settings');
    await desk.page.setViewportSize({ width: 390, height: 844 });
    await looks('settings on a phone');
  });
}

test('on a phone the focus goes with the pane', async ({ devices, server }) => {
  const desk = new DeskPage((await devices.fresh({ viewport: { width: 390, height: 844 } })).page);
  const { keyboard } = desk.page;
  await desk.visit(server.origin);
  await keyboard.press('j');
  await keyboard.press('Enter');
  await expect(desk.reading.locator(':focus')).toHaveCount(1);
  await keyboard.press('u');
  await expect(desk.list).toBeFocused();
});
