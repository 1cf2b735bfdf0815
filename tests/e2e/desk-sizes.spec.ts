/** The smallest and the largest screens that a desk is used on. */

import { expectAccessible, tabTo } from './support/a11y.js';
import { DeskPage } from './support/desk-page.js';
import { expectNothingSideways, expectWhole, lettersOnALine } from './support/desk-room.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Which of your tents stands in a storm?';
/** As wide as a line gets. */
const LONG = 'All of them, as long as the pegs hold: use the long ones in sand and snow. '.repeat(12);
/** Beyond that a line is hard to read, and the eye misses the next one. */
const READABLE = 110;

test('360 pixels wide: from the list to the thread, a reply, the details and back, by keyboard', async ({
  devices,
  server,
  messenger,
}) => {
  const size = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const desk = new DeskPage((await devices.fresh(size)).page);
  const { page } = desk;
  const { keyboard } = page;
  await desk.visit(server.origin);
  await messenger.beginByKeyboard(QUESTION);

  await test.step('the list', async () => {
    await expect(desk.row(QUESTION)).toBeVisible();
    await expect(desk.reading).toBeHidden();
    await expect(desk.details).toBeHidden();
    await expectNothingSideways(page, 'the list');
  });

  await test.step('the thread', async () => {
    await desk.open(QUESTION);
    await expectWhole(desk.message(QUESTION));
    await expect(desk.list).toBeHidden();
    await expect(desk.reading.locator(':focus')).toHaveCount(1);
    await expectNothingSideways(page, 'the thread');
  });

  await test.step('a reply, with a word that is wider than the screen', async () => {
    await keyboard.press('r');
    await expect(desk.reply).toBeFocused();
    await keyboard.type(`See https://fjord.example/${'tents/'.repeat(20)} and **this**`);
    await expectWhole(desk.reply);
    await expectNothingSideways(page, 'what is written');
    await keyboard.press('Enter');
    await expect(desk.waiting).toBeVisible();
    await expectWhole(desk.undo);
    await expectWhole(desk.sendNow);
    await expectNothingSideways(page, 'a reply that waits');
    await desk.hurry();
    await expect(messenger.message('tents/tents/')).toBeVisible();
    await expect(desk.message('tents/tents/')).toBeInViewport();
    await expectNothingSideways(page, 'the reply');
  });

  await test.step('the details, over the thread', async () => {
    await keyboard.press('Escape');
    await keyboard.press('d');
    await expect(desk.details).toBeInViewport();
    await expectNothingSideways(page, 'the details');
    await expectAccessible(page, 'the details at 360 pixels', 'inbox-desk');
    await keyboard.press('Escape');
    await expect(desk.details).toBeHidden();
    await expect(desk.message(QUESTION)).toBeVisible();
  });

  await test.step('and back', async () => {
    await tabTo(page, 'Back', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(desk.list).toBeFocused();
    await expect(desk.row('tents/')).toBeVisible();
    await expect(desk.reading).toBeHidden();
    await expectNothingSideways(page, 'the list again');
  });
});

test('360 pixels wide: everywhere else nothing scrolls sideways either, by keyboard', async ({ devices, server }) => {
  const size = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const desk = new DeskPage((await devices.fresh(size)).page);
  const { page } = desk;
  const { keyboard } = page;
  await desk.visit(server.origin);
  const dialog = desk.host.getByRole('dialog');
  for (const [key, state] of [
    ['Control+k', 'the palette'],
    ['?', 'the sheet'],
    [',', 'the settings'],
    ['v', 'the builder of views'],
  ] as const) {
    await keyboard.press(key);
    await expect(dialog).toBeInViewport();
    await expectNothingSideways(page, state);
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await desk.reach(desk.rows.first());
  await keyboard.press('x');
  await expect(desk.bulk).toBeInViewport();
  await expectNothingSideways(page, 'a selection');
});

test('3840 by 2160: three panes beside each other, lines that can be read, and all of it in view', async ({
  devices,
  server,
  messenger,
}) => {
  const desk = new DeskPage((await devices.fresh({ viewport: { width: 3840, height: 2160 } })).page);
  const { page } = desk;
  const { keyboard } = page;
  await desk.visit(server.origin);
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await keyboard.press('r');
  await expect(desk.reply).toBeFocused();
  await keyboard.insertText(LONG);
  await keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.message(LONG.trim())).toBeVisible();

  await test.step('the panes', async () => {
    for (const pane of [desk.views, desk.list, desk.reading, desk.details]) await expectWhole(pane);
    const panes = await Promise.all(
      [desk.views, desk.list, desk.reading, desk.details].map((one) => one.boundingBox()),
    );
    for (const [at, next] of panes.slice(1).entries()) {
      const before = panes[at]!;
      expect(next!.x, 'one begins where the other ends').toBeGreaterThanOrEqual(before.x + before.width - 1);
    }
    // Together they take the window, and not a corner of it.
    const last = panes.at(-1)!;
    expect(last.x + last.width).toBeGreaterThan(3840 * 0.95);
    expect(panes[2]!.width, 'what is read has the most room').toBeGreaterThan(panes[1]!.width);
  });

  await test.step('what is in them', async () => {
    await expectWhole(desk.message(QUESTION));
    await expectWhole(desk.message(LONG.trim()));
    await expectWhole(desk.reply);
    await expectWhole(desk.close);
    expect(await lettersOnALine(desk.message(LONG.trim()).locator('.bubble'))).toBeLessThanOrEqual(READABLE);
    await expectNothingSideways(page, '4K');
    await expectAccessible(page, '4K', 'inbox-desk');
  });
});

test('at 4K the list fills its pane', async ({ devices, server }) => {
  const desk = new DeskPage((await devices.fresh({ viewport: { width: 3840, height: 2160 } })).page);
  await desk.visit(server.origin);
  const pane = (await desk.list.boundingBox())!;
  const lowest = (): Promise<number> =>
    desk.rows.evaluateAll((rows) => Math.max(...rows.map((row) => row.getBoundingClientRect().bottom)));
  await expect.poll(lowest).toBeGreaterThan(pane.y + pane.height - 1);
});

test('at 4K what is written has lines that can be read', async ({ devices, server }) => {
  const desk = new DeskPage((await devices.fresh({ viewport: { width: 3840, height: 2160 } })).page);
  await desk.visit(server.origin);
  await desk.openRow(desk.rows.first());
  await desk.page.keyboard.press('r');
  const field = (await desk.reply.boundingBox())!;
  const size = await desk.reply.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize));
  // A letter is about half as wide as it is high.
  expect(field.width / (size / 2)).toBeLessThanOrEqual(220);
});

for (const width of [360, 3840]) {
  test(`each of the states is in sight, ${String(width)} pixels wide`, async ({ devices, server }) => {
    const desk = new DeskPage((await devices.fresh({ viewport: { width, height: 740 } })).page);
    await desk.visit(server.origin);
    const all = desk.states.getByRole('button', { name: 'All', exact: true });
    await expect(all).toBeInViewport({ ratio: 0.999 });
  });
}

for (const slower of [1, 6, 12]) {
  test(`the focus goes into the details that come over the thread, ${String(slower)} times slower`, async ({
    devices,
    server,
    messenger,
  }) => {
    const size = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    const desk = new DeskPage((await devices.fresh(size)).page);
    await desk.visit(server.origin);
    await messenger.beginByKeyboard(QUESTION);
    await desk.open(QUESTION);
    const protocol = await desk.page.context().newCDPSession(desk.page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await desk.page.keyboard.press('d');
    await expect(desk.details).toBeVisible();
    await expect(desk.details.locator(':focus')).toHaveCount(1);
  });
}
