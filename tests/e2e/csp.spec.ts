/** Both pages under the strict policy, through all that they do: nothing inline, nothing foreign, nothing kept in cookies. */

import { DeskPage } from './support/desk-page.js';
import { MessengerPage } from './support/messenger-page.js';
import { expect, NOTHING, test } from './support/test.js';

for (const path of ['/', '/desk']) {
  test(`${path} is delivered under the strict policy, and needs nothing inline`, async ({ server }) => {
    const response = await fetch(`${server.origin}${path}`);
    const policy = new Map(
      (response.headers.get('content-security-policy') ?? '').split(';').map((directive): [string, string] => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'self'");
    expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');

    const html = await response.text();
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    for (const [script] of html.matchAll(/<script[^>]*>/gi)) expect(script).toContain(' src="/');
  });
}

test('a whole conversation breaks no rule on either side', async ({ devices, server }) => {
  const customer = await devices.fresh();
  const agent = await devices.fresh();
  const messenger = new MessengerPage(customer.page);
  const desk = new DeskPage(agent.page);
  await messenger.visitAsLena(server.origin);
  await desk.visit(server.origin);

  await messenger.open();
  await expect(messenger.conversations.first()).toBeVisible();
  for (let at = 0; at < (await messenger.conversations.count()); at += 1) {
    await messenger.conversations.nth(at).click();
    await expect(messenger.messages.first()).toBeVisible();
    await messenger.back.click();
    await expect(messenger.conversations.first()).toBeVisible();
  }
  await messenger.begin('Does **this** break a [rule](https://example.com)? ![](https://example.com/pixel.png)');
  await messenger.expectSent('break a rule');
  for (let at = 0; at < 8; at += 1) {
    await desk.rows.nth(at).click();
    await expect(desk.messages.first()).toBeVisible();
  }
  await desk.open('break a rule');
  await desk.answer('| It | does |\n| - | - |\n| not | `at all` |');
  await expect(messenger.message('at all')).toBeVisible();
  await desk.leaveNote('None that I know of');
  await desk.choose(desk.assignee, 'Assign to me');
  await desk.chooseByPointer(desk.snooze, /^In a week/);
  await desk.reopen.click();
  await expect(desk.close).toBeVisible();
  await expect(desk.details).toBeVisible();
  await desk.list.hover();
  await desk.page.mouse.wheel(0, 2_000);
  await messenger.page.setViewportSize({ width: 390, height: 844 });
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await messenger.page.emulateMedia({ colorScheme: 'dark' });
  await messenger.say('Good to know');
  await expect(desk.message('Good to know')).toBeVisible();

  for (const { page, watch } of [customer, agent]) {
    expect(watch.findings).toEqual(NOTHING);
    expect(await page.context().cookies()).toEqual([]);
    expect(page.url()).not.toMatch(/token|ict_|iat_/);
    const tags = page.locator('script:not([src]), style');
    await expect(tags).toHaveCount(0);
  }
});

test('a breach would be noticed', async ({ devices, server }) => {
  const { page, watch } = await devices.fresh();
  await page.goto(server.origin);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
    const script = document.createElement('script');
    script.textContent = 'alert(1)';
    document.head.append(script);
    new Image().src = 'http://127.0.0.1:9/pixel.png';
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
  });
  await expect.poll(() => watch.violations.join('\n')).toMatch(/style-src[^]*script-src[^]*img-src/);
  await expect.poll(() => watch.errors.join('\n')).toContain('nobody catches this');
  expect(watch.dialogs).toEqual([]);
  watch.forget();
});
