/** What customers do with what stands in a thread. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { expectSeen, PICTURE, saved } from './support/files.js';
import { expect, test } from './support/test.js';

const picture = (name: string): string => `![${name}](data:image/png;base64,${PICTURE.toString('base64')})`;

for (const [where, viewport] of [
  ['on a wide screen', { width: 1280, height: 800 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test(`pictures are seen large ${where}, and Escape leads back to the thread`, async ({ messenger }) => {
    const { page } = messenger;
    await page.setViewportSize(viewport);
    await messenger.begin('These are the two poles:');
    for (const name of ['left.png', 'right.png']) {
      await messenger.say(picture(name));
      await expectSeen(messenger.thread.getByRole('img', { name }));
    }
    await messenger.composer.focus();
    await tabTo(page, 'Enlarge picture: right.png', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const large = messenger.host.getByRole('dialog', { name: 'Picture 2 of 2' });
    await expect(large.getByRole('img', { name: 'right.png' })).toBeVisible();
    await expectAccessible(page, `a picture ${where}`, 'inbox-messenger');
    await page.keyboard.press('Home');
    await expect(messenger.host.getByRole('dialog', { name: 'Picture 1 of 2' })).toBeVisible();
    await tabTo(page, 'Download');
    const file = await saved(page, () => page.keyboard.press('Enter'));
    expect(file.name).toBe('left.png');
    expect(file.bytes.equals(PICTURE)).toBe(true);

    await page.keyboard.press('Escape');
    await expect(messenger.host.getByRole('dialog', { name: /^Picture/ })).toHaveCount(0);
    await expect(messenger.thread).toBeVisible();
    const back = messenger.thread.getByRole('button', { name: 'Enlarge picture: right.png' });
    await expect(back).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(messenger.panel).toBeHidden();
  });
}
