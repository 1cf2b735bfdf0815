/** An agent's views: built of conditions, kept, ordered, deleted, counted as things happen. */

import { expectAccessible, listen, tabTo } from './support/a11y.js';
import { Api } from './support/api.js';
import { DeskPage } from './support/desk-page.js';
import { DeskViews, total } from './support/desk-views.js';
import type { Server } from './support/server.js';
import { type Devices, expect, test } from './support/test.js';

/** Another agent at their own desk, on any system. */
async function colleague(devices: Devices, server: Server, name: string): Promise<DeskPage> {
  const desk = new DeskPage((await devices.fresh()).page);
  await desk.visitAs(server.origin, server.agentToken(name));
  return desk;
}

test('a press beside the builder takes nothing away that was built', async ({ desk }) => {
  const { page } = desk;
  const views = new DeskViews(desk);
  const make = desk.host.getByRole('button', { name: 'Save what is shown as a view' });
  await make.click();
  await expect(views.name).toBeFocused();
  await page.mouse.click(4, 4);
  await expect(views.builder).toBeHidden();

  await make.click();
  await views.name.fill('Refunds');
  await page.mouse.click(4, 4);
  await expect(views.name).toHaveValue('Refunds');
  await page.keyboard.press('Escape');
  await expect(views.builder).toBeHidden();
});

test('a view is built by keyboard, counts, and is there after a reload', async ({ desk, agent }) => {
  const { page } = desk;
  const { keyboard } = page;
  const views = new DeskViews(desk);
  const { tags } = await agent.session();
  const tag = tags.find(({ name }) => name === 'refund')!;
  const filters = { archived: false, tags_any: [tag.id] };
  const counted = await agent.call('POST', '/counts', { lists: [{ id: 'refunds', filters }] });
  const tagged: number = JSON.parse(counted.text).counts.refunds.total;
  expect(tagged).toBeGreaterThan(0);

  await tabTo(page, 'Save what is shown');
  await keyboard.press('Enter');
  await expect(views.name).toBeFocused();
  await keyboard.type('Refunds');
  await expect(views.conditions).toHaveCount(2);
  await expect(views.counted).toHaveText(/^\d+ conversations · \d+ unread$/);

  await test.step('any state will do', async () => {
    await tabTo(page, 'Remove condition 2');
    await keyboard.press('Enter');
    await expect(views.conditions).toHaveCount(1);
    await expect(views.builder.getByRole('button', { name: 'Add a condition' })).toBeFocused();
  });

  await test.step('with a tag', async () => {
    await keyboard.press('Enter');
    await expect(views.condition(1).field).toBeFocused();
    await keyboard.type('Tags');
    await expect(views.condition(1).field).toHaveValue(await optionOf(views, 1, 'Tags'));
    // One that names nothing is not saved.
    await tabTo(page, 'Save view');
    await keyboard.press('Enter');
    await expect(views.builder.getByRole('alert').filter({ hasText: 'Complete this condition' })).toBeVisible();
    await expect(views.condition(1).field).toBeFocused();
    await tabTo(page, 'refund');
    await keyboard.press('Space');
    await expect(views.condition(1).chip('refund')).toHaveAttribute('aria-pressed', 'true');
    await expect(views.counted).toHaveText(new RegExp(`^${tagged} conversation`));
  });
  await expectAccessible(page, 'the builder', 'inbox-desk');

  await tabTo(page, 'Save view');
  await keyboard.press('Enter');
  await expect(views.builder).toBeHidden();
  await expect(views.view('Refunds')).toHaveAttribute('aria-current', 'true');
  await expect(desk.rows.first()).toHaveAttribute('aria-setsize', `${tagged}`);
  await expect.poll(() => views.count('Refunds')).toBe(tagged);

  // This system keeps no views, so the device does.
  await page.reload();
  await expect(views.view('Refunds')).toBeVisible();
  await expect.poll(() => views.count('Refunds')).toBe(tagged);
});

/** The value behind a label of a condition's field. */
async function optionOf(views: DeskViews, at: number, label: string): Promise<string> {
  const option = views.condition(at).field.getByRole('option', { name: label, exact: true, includeHidden: true });
  return (await option.getAttribute('value')) ?? '';
}

test('views change places, are edited, deleted and brought back, by keyboard', async ({ desk }) => {
  const { page } = desk;
  const { keyboard } = page;
  const views = new DeskViews(desk);
  for (const name of ['First', 'Second', 'Third']) await views.keep(name);
  const heard = await listen(desk.host);

  await test.step('down, and up again', async () => {
    await tabTo(page, 'First', 'Shift+Tab');
    await keyboard.press('Alt+ArrowDown');
    await expect.poll(() => views.names()).toEqual(['Second', 'First', 'Third']);
    await expect(views.view('First')).toBeFocused();
    await keyboard.press('Alt+ArrowDown');
    await expect.poll(() => views.names()).toEqual(['Second', 'Third', 'First']);
    await keyboard.press('Alt+ArrowDown');
    await keyboard.press('Alt+ArrowUp');
    await expect.poll(() => views.names()).toEqual(['Second', 'First', 'Third']);
    await expect(views.view('First')).toBeFocused();
    expect(await heard()).toEqual(['First: now 2 of 3', 'First: now 3 of 3', 'First: now 2 of 3']);
  });

  await test.step('another name', async () => {
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(views.side.getByRole('menuitemradio', { name: 'Edit…' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(views.name).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('Third');
    await keyboard.press('Enter');
    await expect(views.name).toHaveAccessibleDescription('There is a view of this name.');
    await keyboard.press('Control+a');
    await keyboard.type('The best');
    await keyboard.press('Enter');
    await expect.poll(() => views.names()).toEqual(['Second', 'The best', 'Third']);
  });

  await test.step('deleted, and back by one key', async () => {
    await tabTo(page, 'The best: actions');
    await keyboard.press('Enter');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect.poll(() => views.names()).toEqual(['Second', 'Third']);
    await expect(desk.host.getByRole('status').filter({ hasText: 'View deleted · The best' })).toBeVisible();
    await keyboard.press('z');
    await expect.poll(() => views.names()).toEqual(['Second', 'The best', 'Third']);
  });

  await page.reload();
  await expect.poll(() => views.names()).toEqual(['Second', 'The best', 'Third']);
});

test('a view is carried to its place', async ({ desk }) => {
  const views = new DeskViews(desk);
  for (const name of ['First', 'Second', 'Third']) await views.keep(name);
  const [from, to] = [await views.view('Third').boundingBox(), await views.view('First').boundingBox()];
  const { mouse } = desk.page;
  await mouse.move(from!.x + 40, from!.y + 12);
  await mouse.down();
  await mouse.move(from!.x + 40, from!.y - 10, { steps: 4 });
  await mouse.move(to!.x + 40, to!.y + 6, { steps: 6 });
  expect(await views.names()).toEqual(['Third', 'First', 'Second']);
  await mouse.up();
  await expect.poll(() => views.names()).toEqual(['Third', 'First', 'Second']);
  // What was carried was not pressed.
  await views.view('Second').click();
  await views.chooseByPointer('First', /^Move down/);
  await expect.poll(() => views.names()).toEqual(['Third', 'Second', 'First']);
  await expect(views.view('Second')).toHaveAttribute('aria-current', 'true');
});

test('lists of everybody, of nobody and of teams count what happens elsewhere', async ({ desk, devices, server }) => {
  const views = new DeskViews(desk);
  const other = await colleague(devices, server, 'Jonas Berg');
  const theirs = new DeskViews(other);
  await expect(views.teams.getByRole('listitem')).not.toHaveCount(0);
  await expect.poll(() => views.count('Unassigned')).toBeGreaterThan(0);
  const [all, nobodys] = [await views.count('All'), await views.count('Unassigned')];
  await expect.poll(() => theirs.count('Unassigned')).toBe(nobodys);

  const customer = new Api(server.origin, server.customerToken('amal'));
  const { id } = await customer.begin('The strap of my bag is torn');
  for (const seen of [views, theirs]) {
    await expect.poll(() => seen.count('Unassigned')).toBe(nobodys + 1);
    await expect.poll(() => seen.count('All')).toBe(all + 1);
  }
  const mine = await theirs.count('Assigned to me');
  await other.openRow(other.list.locator(`[data-conv-id="${id}"]`));
  await other.choose(other.assignee, 'Assign to me');
  await expect.poll(() => theirs.count('Assigned to me')).toBe(mine + 1);
  for (const seen of [views, theirs]) await expect.poll(() => seen.count('Unassigned')).toBe(nobodys);

  const team = views.teams.getByRole('button').first();
  await team.press('Enter');
  await expect(team).toHaveAttribute('aria-current', 'true');
  await expect(desk.rows.first()).toBeVisible();
  expect(await total(team)).toBeGreaterThan(0);
});

test('on a phone all views are one press away', async ({ devices, server }) => {
  const { page } = await devices.fresh({ viewport: { width: 390, height: 800 }, hasTouch: true });
  const desk = new DeskPage(page);
  await desk.visit(server.origin);
  const views = new DeskViews(desk);
  const way = views.side.getByRole('button', { name: 'All views' });
  await way.tap();
  await expect(views.all.getByRole('list', { name: 'Teams' }).getByRole('button').first()).toBeVisible();
  await views.all.getByRole('button', { name: 'Save what is shown as a view' }).tap();
  await expect(views.all).toBeHidden();
  await views.name.fill('In my pocket');
  await views.builder.getByRole('button', { name: 'Remove condition 1' }).tap();
  await expectAccessible(page, 'the builder on a phone', 'inbox-desk');
  await views.save.tap();
  await expect(views.builder).toBeHidden();
  await way.tap();
  const own = views.all.getByRole('button', { name: /^In my pocket \d/ });
  await expect(own).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page, 'all views on a phone', 'inbox-desk');
  await views.all.getByRole('button', { name: /^Unassigned/ }).tap();
  await expect(views.all).toBeHidden();
  await way.tap();
  await views.all.getByRole('button', { name: 'In my pocket: actions' }).tap();
  await views.all.getByRole('menuitemradio', { name: 'Delete the view' }).tap();
  await expect(own).toHaveCount(0);
});

test('crm: a view of either condition is kept by the server', async ({ shop, server, devices, agent }) => {
  shop.shows(`<inbox-desk endpoint="${server.origin}" dialect="crm"></inbox-desk>`);
  const visit = async (): Promise<DeskPage> => {
    const desk = new DeskPage((await devices.fresh()).page);
    await desk.page.goto(shop.origin);
    await desk.host.evaluate(
      (host, token) => ((host as HTMLElementTagNameMap['inbox-desk']).token = token),
      agent.token,
    );
    await expect(desk.rows.first()).toBeVisible();
    return desk;
  };
  const desk = await visit();
  const { keyboard } = desk.page;
  const views = new DeskViews(desk);
  await tabTo(desk.page, 'Save what is shown');
  await keyboard.press('Enter');
  await keyboard.type('Mine or with a star');
  await tabTo(desk.page, 'Any condition');
  await keyboard.press('Enter');
  await tabTo(desk.page, 'Property');
  await keyboard.type('Assi');
  await tabTo(desk.page, 'Add a condition');
  await keyboard.press('Enter');
  await expect(views.condition(1).field).toBeFocused();
  await keyboard.type('Star');
  await tabTo(desk.page, 'Save view');
  await keyboard.press('Enter');
  await expect(views.view('Mine or with a star')).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => views.count('Mine or with a star')).toBeGreaterThan(0);
  const before = await views.count('Mine or with a star');

  const again = await visit();
  const there = new DeskViews(again);
  await expect.poll(() => there.count('Mine or with a star')).toBe(before);
  const customer = new Api(server.origin, server.customerToken('amal'));
  await customer.begin('The strap of my bag is torn');
  await views.view('Unassigned').press('Enter');
  await desk.open('The strap of my bag is torn');
  await desk.reading.getByRole('button', { name: 'Add a star' }).press('Enter');
  for (const seen of [views, there]) await expect.poll(() => seen.count('Mine or with a star')).toBe(before + 1);
  await there.view('Mine or with a star').press('Enter');
  await expect(again.row('The strap of my bag is torn')).toBeVisible();
});
