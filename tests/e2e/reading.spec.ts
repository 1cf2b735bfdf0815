/** What counts as read: what somebody can see, and nothing else. */

import type { Page } from '@playwright/test';

import { Api } from './support/api.js';
import { expect, test } from './support/test.js';

/** Another tab is brought to the front of this one, or this one again. */
async function bring(page: Page, to: 'back' | 'front'): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    to === 'back' ? 'hidden' : 'visible',
  );
}

test('an answer that comes while the page is behind others is unread until the customer is back', async ({
  messenger,
  agent,
}) => {
  await messenger.begin('Is anybody there?');
  await messenger.expectSent('Is anybody there?');
  const { id } = (await agent.list('?limit=1'))[0]!;
  await bring(messenger.page, 'back');
  await agent.reply(id, 'Yes, we are');
  await expect(messenger.message('Yes, we are')).toBeVisible();
  await expect(messenger.badge).toHaveText('1');
  await bring(messenger.page, 'front');
  await expect(messenger.badge).toBeHidden();
});

test('a message that comes while the desk is behind others is unread until the agent is back', async ({
  desk,
  server,
}) => {
  const customer = new Api(server.origin, server.customerToken('amal'));
  const { id } = await customer.begin('The zip of my tent is torn');
  const row = desk.row('The zip of my tent is torn');
  await row.click();
  await expect(desk.messages.last()).toContainText('The zip of my tent is torn');
  await expect(row).not.toHaveClass(/row-unread/);
  await bring(desk.page, 'back');
  await customer.reply(id, 'And one of its poles');
  await expect(desk.messages.last()).toContainText('And one of its poles');
  await expect(desk.rows.first()).toHaveClass(/row-unread/);
  await bring(desk.page, 'front');
  await expect(desk.rows.first()).not.toHaveClass(/row-unread/);
});
