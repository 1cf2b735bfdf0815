/** The list under an agent's hand: it stands still, several are dealt with at once, it is sorted and searched. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import type { Server } from './support/server.js';
import { type Devices, expect, test } from './support/test.js';

/** A customer who writes. */
const customer = (server: Server, name: string): Api => new Api(server.origin, server.customerToken(name));

/** Another agent at their own desk, with their hands off it. */
async function colleague(devices: Devices, server: Server, name = 'Jonas Berg'): Promise<DeskPage> {
  const desk = new DeskPage((await devices.fresh()).page);
  await desk.visitAs(server.origin, server.agentToken(name));
  return desk;
}

test.describe('what arrives', () => {
  test('waits above the row that is pointed at', async ({ desk, devices, server }) => {
    const other = await colleague(devices, server);
    await desk.rows.nth(2).hover();
    const before = await desk.order();

    const { id } = await customer(server, 'amal').begin('The zip of my tent is torn');
    await expect(other.rows.first()).toHaveAttribute('data-conv-id', id);
    await expect(desk.pill).toHaveText('1 new');
    expect(await desk.order()).toEqual(before);

    // One that is there already moves up, and shows what was said where it stands.
    const moving = before[2]!;
    await new Api(server.origin, server.agentToken('Jonas Berg')).reply(moving, 'It left the house today');
    await expect(other.rows.first()).toHaveAttribute('data-conv-id', moving);
    await expect(desk.pill).toHaveText('2 new');
    await expect(desk.rows.nth(2)).toContainText('It left the house today');
    expect(await desk.order()).toEqual(before);

    await desk.pill.click();
    await expect(desk.pill).toBeHidden();
    await expect.poll(async () => (await desk.order()).slice(0, 3)).toEqual([moving, id, before[0]]);

    // Left alone, the list follows what happens.
    await desk.reading.hover();
    await desk.page.evaluate(() => (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.blur());
    const next = await customer(server, 'bilal').begin('And mine is late');
    await expect(desk.rows.first()).toHaveAttribute('data-conv-id', next.id);
    await expect(desk.pill).toBeHidden();
  });

  test('does not take the press away that a row is in the middle of', async ({ desk, server }) => {
    const { page } = desk;
    const row = desk.rows.nth(2);
    const id = (await row.getAttribute('data-conv-id'))!;
    const said = (await row.locator('.row-preview').boundingBox())!;
    await page.mouse.move(said.x + said.width / 2, said.y + said.height / 2);
    await page.mouse.down();
    await new Api(server.origin, server.agentToken('Jonas Berg')).reply(id, 'It left the house today');
    await expect(row).toContainText('It left the house today');
    await page.mouse.up();
    await expect(row).toHaveAttribute('aria-current', 'true');
    await expect(desk.reading).toContainText('It left the house today');
  });

  test('waits for a key while the keyboard is in the list', async ({ desk, server }) => {
    const { page } = desk;
    await tabTo(page, 'Conversations');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const before = await desk.order();
    const { id } = await customer(server, 'amal').begin('The zip of my tent is torn');
    await expect(desk.pill).toHaveText('1 new');
    await expect(desk.host.getByRole('status').filter({ hasText: '1 new' })).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(desk.list).toHaveAttribute('aria-activedescendant', `row-${before[2]}`);
    expect(await desk.order()).toEqual(before);
    await expectAccessible(page, 'a pill', 'inbox-desk');

    await page.keyboard.press('.');
    await expect(desk.rows.first()).toHaveAttribute('data-conv-id', id);
    await expect(desk.pill).toBeHidden();
    await expect(desk.list).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(desk.message('The zip of my tent is torn')).toBeVisible();
  });
});

test('what the agent writes themselves is no news to them', async ({ desk, devices, server }) => {
  const other = await colleague(devices, server);
  await desk.rows.nth(2).click();
  const before = await desk.order();
  const mine = before[2]!;
  // By keyboard, for the pointer stays where it is.
  await desk.sayForNow('I have just looked it up for you');
  await desk.hurry();
  await expect(other.rows.first()).toHaveAttribute('data-conv-id', mine);
  // What comes next is one, not two.
  await customer(server, 'amal').begin('The zip of my tent is torn');
  await expect(desk.pill).toHaveText('1 new');
  expect(await desk.order()).toEqual(before);
});

test.describe('several at once', () => {
  test('closed by keyboard, gone for everybody, and taken back', async ({ desk, devices, server, agent }) => {
    const other = await colleague(devices, server);
    const { page } = desk;
    await tabTo(page, 'Conversations');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(desk.bulk).toContainText('3 selected');
    const [first, second, third, fourth] = await desk.order();
    const selected = desk.list.getByRole('option', { selected: true });
    await expect(selected).toHaveCount(3);
    await expectAccessible(page, 'a selection', 'inbox-desk');

    await tabTo(page, 'Close', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(desk.done).toContainText('Closed · 3 conversations');
    await expect(desk.rows.first()).toHaveAttribute('data-conv-id', fourth!);
    await expect(desk.list).toBeFocused();
    await expect(desk.bulk).toBeHidden();
    for (const id of [first, second, third]) {
      await expect(other.list.locator(`[data-conv-id="${id}"]`)).toHaveCount(0);
      await expect.poll(async () => (await agent.conversation(id!)).state).toBe('closed');
    }

    await page.keyboard.press('z');
    await expect(desk.done).toContainText('Undone · 3 conversations');
    for (const id of [first, second, third]) {
      await expect(other.list.locator(`[data-conv-id="${id}"]`)).toHaveCount(1);
      await expect.poll(async () => (await agent.conversation(id!)).state).toBe('open');
    }
  });

  test('picked with the pointer and assigned', async ({ desk, devices, server, agent }) => {
    // Somebody who has none of them yet.
    const taken = (await agent.list('?state=open&limit=5')).map((one) => one.adminAssigneeId);
    const { agents } = await agent.session();
    const { id: me, name } = agents.find((one) => !taken.includes(one.id) && /^(Jonas|Priya|Hana)/.test(one.name!))!;
    const other = await colleague(devices, server, name);
    await desk.rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
    await desk.rows.nth(3).click({ modifiers: ['Shift'] });
    await expect(desk.bulk).toContainText('3 selected');
    await desk.rows.nth(2).locator('.row-face').click();
    await expect(desk.bulk).toContainText('2 selected');
    await expect(desk.reading).toContainText('No conversation selected');
    const order = await desk.order();

    await desk.chooseByPointer(desk.bulk.getByRole('button', { name: 'Assignee' }), name!);
    await expect(desk.done).toContainText('Assigned · 2 conversations');
    await other.views.getByRole('button', { name: 'Assigned to me' }).click();
    for (const id of [order[1], order[3]]) {
      await expect(other.list.locator(`[data-conv-id="${id}"]`)).toHaveCount(1);
      await expect.poll(async () => (await agent.conversation(id!)).adminAssigneeId).toBe(me);
    }
    await desk.done.getByRole('button', { name: 'Undo' }).click();
    for (const id of [order[1], order[3]]) {
      await expect(other.list.locator(`[data-conv-id="${id}"]`)).toHaveCount(0);
    }
    await desk.page.keyboard.press('Escape');
    await expect(desk.bulk).toBeHidden();
  });
});

test('another order, by keyboard', async ({ desk, agent }) => {
  const { page } = desk;
  const newest = await desk.rows.first().getAttribute('data-conv-id');
  await tabTo(page, /^Sorted by: Newest/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.sort).toHaveAccessibleName('Sorted by: Oldest');
  await expect(desk.sort).toBeFocused();
  const oldest = (await agent.list('?state=open&limit=100')).at(-1)!;
  await expect(desk.rows.first()).toHaveAttribute('data-conv-id', oldest.id);
  await tabTo(page, 'Conversations');
  await page.keyboard.press('End');
  await expect(desk.list).toHaveAttribute('aria-activedescendant', `row-${newest}`);
});

test('words are found as they are typed, by keyboard', async ({ desk, server }) => {
  const { page } = desk;
  const { id } = await customer(server, 'amal').begin('A marmot ate my rucksack');
  await expect(desk.rows.first()).toHaveAttribute('data-conv-id', id);
  await tabTo(page, 'Search conversations');
  // A slip of the fingers is forgiven.
  await page.keyboard.type('marmto ruck');
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows.first().locator('mark')).toHaveText(['marmot', 'ruck']);
  await expectAccessible(page, 'a search', 'inbox-desk');
  await tabTo(page, 'Conversations');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.message('A marmot ate my rucksack')).toBeVisible();
  await tabTo(page, 'Search conversations', 'Shift+Tab');
  await page.keyboard.press('Escape');
  await expect(desk.search).toHaveValue('');
  await expect(desk.rows.nth(5)).toBeVisible();
  await expect(desk.list.locator('mark')).toHaveCount(0);
});
