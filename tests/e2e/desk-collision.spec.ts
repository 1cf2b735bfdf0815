/** Two agents in one conversation: they see each other, and neither answers past the other. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { DeskPage } from './support/desk-page.js';
import { expect, test as base } from './support/test.js';

const QUESTION = 'When does my rucksack leave?';
/** Longer than a reply can be taken back. */
const PATIENCE = { timeout: 25_000 };

const test = base.extend<{ colleague: DeskPage }>({
  colleague: async ({ devices, server, messenger, desk }, use) => {
    await messenger.beginByKeyboard(QUESTION);
    await desk.open(QUESTION);
    const colleague = new DeskPage((await devices.fresh()).page);
    await colleague.visitAs(server.origin, server.agentToken('Tomas Vidal'));
    await colleague.open(QUESTION);
    await use(colleague);
  },
});

test('a colleague is seen looking and typing; a stale reply is stopped, read about, edited and sent, by keyboard', async ({
  messenger,
  desk,
  colleague,
}) => {
  const { page } = desk;
  await expect(desk.reading.getByRole('status').filter({ hasText: 'Tomas Vidal' })).toBeVisible();
  await desk.reply.focus();
  await page.keyboard.type('It leaves next week.');
  await colleague.reply.focus();
  await colleague.page.keyboard.type('It left today.');
  await expect(desk.typing).toContainText('Tomas');
  await colleague.page.keyboard.press('Enter');
  await colleague.hurry();
  await expect(desk.message('It left today.')).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(desk.collision).toBeVisible();
  await expect(desk.collision).toContainText('Tomas Vidal has answered');
  await expect(desk.collision).toContainText('It left today.');
  await expect(desk.collision.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await expect(desk.waiting).toHaveCount(0);
  await expectAccessible(page, 'a reply that was stopped', 'inbox-desk');
  await page.keyboard.press('Escape');
  await expect(desk.collision).toHaveCount(0);
  await expect(desk.reply).toBeFocused();
  await expect(desk.reply).toHaveValue('It leaves next week.');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('As Tomas says.');
  await page.keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.message('As Tomas says.')).toBeVisible();
  await expect(messenger.messages).toHaveCount(3);
});

test('a stopped reply can be sent anyway, by keyboard, also after a reload in between', async ({
  messenger,
  desk,
  colleague,
}) => {
  const { page } = desk;
  await desk.reply.focus();
  await page.keyboard.type('On Friday.');
  await page.reload();
  await expect(desk.rows.first()).toBeVisible();
  await colleague.answer('On Thursday.');
  await expect(messenger.message('On Thursday.')).toBeVisible();
  await desk.open('On Thursday.');
  await expect(desk.message('On Thursday.')).toBeVisible();
  await expect(desk.reply).toHaveValue('On Friday.');
  await desk.reply.focus();
  await page.keyboard.press('Enter');
  await expect(desk.collision).toContainText('On Thursday.');
  await tabTo(page, 'Send anyway');
  await page.keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.message('On Friday.')).toBeVisible();
  await expect(messenger.messages).toHaveCount(3);
});

test('what comes in while a reply waits is told, and it is stopped when it was taken back', async ({
  messenger,
  desk,
  colleague,
}) => {
  const { page } = desk;
  await colleague.reply.focus();
  await colleague.page.keyboard.type('Tomorrow at noon.');
  await desk.sayForNow('Tomorrow.');
  await colleague.page.keyboard.press('Enter');
  await colleague.sendNow.click();
  await expect(desk.reading.getByText('Tomas Vidal has written meanwhile').first()).toBeVisible();
  await desk.reply.focus();
  await page.keyboard.press('Control+z');
  await expect(desk.reply).toHaveValue('Tomorrow.');
  await page.keyboard.press('Enter');
  await expect(desk.collision).toContainText('Tomorrow at noon.');
  await expect(messenger.messages).toHaveCount(2);
});

test('a reply that can still be taken back is not sent after a colleague’s, and is edited by keyboard', async ({
  messenger,
  desk,
  colleague,
}) => {
  const { page } = desk;
  await colleague.reply.focus();
  await colleague.page.keyboard.type('Tomorrow at noon.');
  await desk.sayForNow('Tomorrow.');
  await colleague.page.keyboard.press('Enter');
  await colleague.sendNow.click();
  await expect(desk.message('Tomorrow at noon.')).toBeVisible();
  // Nobody does anything: its time is over.
  await expect(desk.overtaken).toBeVisible(PATIENCE);
  await expect(desk.overtaken).toContainText('Tomas Vidal has answered while your reply waited');
  await expect(desk.overtaken).toContainText('Tomorrow at noon.');
  await expect(desk.message('Tomorrow.')).toHaveAttribute('data-state', 'failed');
  await expectAccessible(page, 'a reply that was overtaken', 'inbox-desk');
  await page.reload();
  await desk.open('Tomorrow at noon.');
  await expect(desk.overtaken).toBeVisible();
  await desk.reply.focus();
  await tabTo(page, 'Keep editing', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(desk.reply).toHaveValue('Tomorrow.');
  await expect(desk.overtaken).toHaveCount(0);
  await expect(messenger.messages).toHaveCount(2);
});

test('a reply that was written without a network is not sent after a colleague’s', async ({
  messenger,
  desk,
  colleague,
}) => {
  const { page } = desk;
  await page.context().setOffline(true);
  await desk.sayForNow('Next week.');
  await desk.sendNow.click();
  await colleague.answer('It left today.');
  await expect(messenger.message('It left today.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(desk.overtaken).toContainText('It left today.');
  await expect(messenger.messages).toHaveCount(2);
  await tabTo(page, 'Send anyway', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(messenger.message('Next week.')).toBeVisible();
  await expect(desk.overtaken).toHaveCount(0);
  await expect(messenger.messages).toHaveCount(3);
});

test('what the customer adds stops nobody', async ({ messenger, desk, colleague }) => {
  await desk.reply.focus();
  await desk.page.keyboard.type('Today.');
  await messenger.sayByKeyboard('And with which carrier?');
  await expect(desk.message('And with which carrier?')).toBeVisible();
  await desk.reply.press('Enter');
  await expect(desk.collision).toHaveCount(0);
  await expect(messenger.message('Today.')).toBeVisible(PATIENCE);
  await expect(colleague.message('Today.')).toBeVisible();
});

/** The other conversation APIs that the server speaks. */
for (const dialect of ['intercom', 'stack-auth', 'crm', 'voicebot']) {
  base(
    `${dialect}: a colleague is seen looking and typing, and a stale reply is stopped, by keyboard`,
    async ({ devices, server, messenger }) => {
      await messenger.beginByKeyboard(QUESTION);
      const open = async (token?: string): Promise<DeskPage> => {
        const desk = new DeskPage((await devices.fresh()).page);
        await (token === undefined ? desk.visit(server.origin, dialect) : desk.visitAs(server.origin, token, dialect));
        await desk.open(QUESTION);
        await desk.reply.focus();
        return desk;
      };
      const desk = await open();
      const { keyboard } = desk.page;
      await keyboard.type('It leaves next week.');
      const colleague = await open(server.agentToken('Tomas Vidal'));
      await expect(desk.reading.getByRole('status').filter({ hasText: 'Tomas Vidal' })).toBeVisible();
      await colleague.page.keyboard.type('It left today.');
      await expect(desk.typing).toContainText('Tomas');
      await colleague.page.keyboard.press('Enter');
      await colleague.hurry();
      await expect(desk.message('It left today.')).toBeVisible();

      await keyboard.press('Enter');
      await expect(desk.collision).toContainText('Tomas Vidal has answered');
      await expect(desk.collision).toContainText('It left today.');
      await expect(desk.waiting).toHaveCount(0);
      await keyboard.press('Escape');
      await expect(desk.reply).toHaveValue('It leaves next week.');
      await keyboard.press('Enter');
      await desk.hurry();
      await expect(messenger.message('It leaves next week.')).toBeVisible();
      await expect(messenger.messages).toHaveCount(3);
    },
  );
}
