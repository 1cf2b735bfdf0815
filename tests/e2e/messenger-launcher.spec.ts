/** What stands in the corner of a page: the launcher, and what is new beside it. */

import { expectAccessible } from './support/a11y.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Do the boots run small?';

test('what is new stands beside the launcher while the panel is closed, and opens its conversation', async ({
  messenger,
  desk,
}) => {
  await messenger.begin(QUESTION);
  await messenger.expectSent(QUESTION);
  await messenger.back.click();
  await messenger.close();
  await expect(messenger.news).toBeHidden();
  await desk.open(QUESTION);
  await desk.answer('They do: take **one size** up.');
  await expect(messenger.news).toContainText('Maya Lindqvist');
  await expect(messenger.news).toContainText('They do: take one size up.');
  await expect(messenger.host.getByRole('status')).toHaveText(
    'New message from Maya Lindqvist: They do: take one size up.',
  );
  await expect(messenger.badge).toHaveText('1');
  await expectAccessible(messenger.page, 'something new', 'inbox-messenger');

  await test.step('a press opens what was said', async () => {
    await messenger.news.getByRole('button', { name: 'They do' }).click();
    await expect(messenger.message('They do: take one size up.')).toBeVisible();
    await expect(messenger.news).toBeHidden();
    await expect(messenger.badge).toBeHidden();
  });
});

test('what was dismissed stays away, by keyboard, until something newer comes', async ({ messenger, desk }) => {
  await messenger.begin(QUESTION);
  await messenger.expectSent(QUESTION);
  await messenger.close();
  await desk.open(QUESTION);
  await desk.answer('They do.');
  await expect(messenger.news).toContainText('They do.');

  await messenger.news.getByRole('button', { name: 'Dismiss' }).focus();
  await messenger.page.keyboard.press('Escape');
  await expect(messenger.news).toBeHidden();
  await expect(messenger.launcher).toBeFocused();
  await expect(messenger.badge).toHaveText('1');

  await messenger.page.reload();
  await expect(messenger.badge).toHaveText('1');
  await expect(messenger.news).toBeHidden();

  await desk.answer('Take one size up.');
  await expect(messenger.news).toContainText('Take one size up.');
  await messenger.open();
  await expect(messenger.news).toBeHidden();
  await messenger.close();
  await expect(messenger.news).toBeHidden();
});
