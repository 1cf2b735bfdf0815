/** What a screen reader is told from the list to the sent reply: roles, names, and each arrival once. */

import { expectNamed, listen, tabTo } from './support/a11y.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Does the tent have a porch?';

test('a reply from the list to the customer, by ear', async ({ messenger, desk }) => {
  const { keyboard } = desk.page;
  await messenger.beginByKeyboard(QUESTION);
  await expect(desk.rows.first()).toContainText(QUESTION);
  await expectNamed(desk.host, 'the list');
  await expect(desk.views).toHaveRole('navigation');
  await expect(desk.list).toHaveRole('listbox');
  await expect(desk.list).toHaveAttribute('aria-multiselectable', 'true');

  // The list is one stop; the option under the keyboard is told by its words.
  await tabTo(desk.page, 'Conversations');
  await keyboard.press('Home');
  const first = desk.rows.first();
  await expect(desk.list).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
  await expect(first).toHaveAccessibleName(new RegExp(QUESTION.replace('?', '\\?')));
  await expect(first).toHaveAttribute('aria-posinset', '1');
  await keyboard.press('Enter');
  await expect(desk.message(QUESTION)).toBeVisible();
  await expectNamed(desk.host, 'the thread');
  await expect(desk.thread).toHaveAccessibleName('Messages');

  // What comes in is said once, with who says it.
  const heard = await listen(desk.host);
  await messenger.say('And pegs?');
  await expect(desk.message('And pegs?')).toBeVisible();
  const told = async (text: string): Promise<number> => (await heard()).filter((said) => said.includes(text)).length;
  await expect.poll(() => told('And pegs?')).toBe(1);

  await keyboard.press('r');
  await expect(desk.reply).toBeFocused();
  await expect(desk.reply).toHaveRole('textbox');
  await keyboard.type('Yes, and yes.');
  await keyboard.press('Enter');
  await expect(desk.host.getByRole('status').filter({ hasText: /Press Control and Z to undo/ })).toHaveCount(1);
  await expectNamed(desk.host, 'what waits to be sent');
  await desk.sendNow.focus();
  await keyboard.press('Enter');
  await expect(messenger.message('Yes, and yes.')).toBeVisible();
  await expect(desk.reply).toBeFocused();
  expect(await told('Yes, and yes.'), 'what one has said oneself is not announced').toBe(0);
  expect(await told('And pegs?'), 'nothing is said twice').toBe(1);
  await expectNamed(desk.host, 'the sent reply');
});
