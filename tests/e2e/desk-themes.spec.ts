/** Light and dark while the desk runs: by the agent's choice, and by the system's where they leave it to that. */

import { expectAccessible } from './support/a11y.js';
import { DeskDialogs } from './support/desk-dialogs.js';
import { DeskPage } from './support/desk-page.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Do you dye wool?';
const DRAFT = 'We do, with walnut and';

/** Whether light letters stand on a dark ground, by the colours that are drawn. */
async function isDark(desk: DeskPage): Promise<boolean> {
  return desk.messages.first().evaluate((message) => {
    const light = (colour: string): number => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      return red + green + blue;
    };
    const clear = (colour: string): boolean => /, 0\)$|\/ 0\)$|^transparent$/.test(colour);
    let ground: Element | null = message;
    while (ground && clear(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    if (!ground) throw new Error('nothing is behind the messages');
    return light(getComputedStyle(message).color) > light(getComputedStyle(ground).backgroundColor);
  });
}

test('dark, light and as the system is, while one reads and writes, by keyboard', async ({
  devices,
  server,
  messenger,
}) => {
  const desk = new DeskPage((await devices.fresh({ reducedMotion: 'reduce', colorScheme: 'light' })).page);
  const { page } = desk;
  const { keyboard } = page;
  const { settings } = new DeskDialogs(desk);
  const appearance = settings.getByRole('group', { name: 'Appearance' });
  const looksDark = (dark: boolean): Promise<void> => expect.poll(() => isDark(desk)).toBe(dark);
  await desk.visit(server.origin);
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await keyboard.press('r');
  await expect(desk.reply).toBeFocused();
  await keyboard.type(DRAFT);
  await looksDark(false);

  await test.step('the system becomes dark, and light again', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await looksDark(true);
    await expectAccessible(page, 'dark by the system', 'inbox-desk');
    await page.emulateMedia({ colorScheme: 'light' });
    await looksDark(false);
    await expect(desk.reply).toBeFocused();
  });

  await test.step('dark by choice, whatever the system is', async () => {
    await keyboard.press('Escape');
    await keyboard.press(',');
    await expect(settings).toBeVisible();
    await expect(appearance.getByRole('radio', { name: 'System' })).toBeChecked();
    // A group of choices is one stop, and arrows choose.
    await tabToChoice();
    await keyboard.press('ArrowRight');
    await expect(appearance.getByRole('radio', { name: 'Light' })).toBeChecked();
    await keyboard.press('ArrowRight');
    await expect(appearance.getByRole('radio', { name: 'Dark' })).toBeChecked();
    // It is seen before the dialog is closed.
    await looksDark(true);
    await expectAccessible(page, 'dark by choice', 'inbox-desk');
    await keyboard.press('Escape');
    await expect(settings).toBeHidden();
    await page.emulateMedia({ colorScheme: 'dark' });
    await looksDark(true);
  });

  await test.step('light by a command, in a system that is dark', async () => {
    await new DeskDialogs(desk).command('light dark', 'Switch between light and dark');
    await looksDark(false);
    await page.emulateMedia({ colorScheme: 'light' });
    await looksDark(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    await looksDark(false);
  });

  await test.step('as the system again, also after a reload', async () => {
    await keyboard.press(',');
    await tabToChoice();
    await keyboard.press('ArrowLeft');
    await expect(appearance.getByRole('radio', { name: 'System' })).toBeChecked();
    await looksDark(true);
    await keyboard.press('Escape');
    await page.reload();
    await expect(desk.rows.first()).toBeVisible();
    await desk.open(QUESTION);
    await looksDark(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await looksDark(false);
  });

  // Nothing that was written has gone with all that.
  await expect(desk.reply).toHaveValue(DRAFT);

  /** To the one of the appearances that is chosen. */
  async function tabToChoice(): Promise<void> {
    await expect(settings).toBeVisible();
    const chosen = appearance.getByRole('radio', { checked: true });
    for (let presses = 0; presses < 12; presses += 1) {
      if (await chosen.evaluate((one) => one.matches(':focus'))) return;
      await keyboard.press('Tab');
    }
    await expect(chosen).toBeFocused();
  }
});
