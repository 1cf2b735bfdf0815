/** The elements as a host page meets them: before anything is loaded, moved about, twice, and when loading fails. */

import type { BrowserContextOptions, Page } from '@playwright/test';

import type { InboxMessenger } from '../../www/src/elements/messenger.js';
import { MessengerPage } from './support/messenger-page.js';
import { POLICY, stage } from './support/stage.js';
import { expect, test } from './support/test.js';

const MESSENGER = '<inbox-messenger defer="manual"></inbox-messenger>';

/** What the page asked the server for, from now on. */
function requests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

const launcher = (page: Page) => page.getByRole('button', { name: 'Open chat' });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Chat' });

test('the launcher is there before anything else is loaded, and what follows waits for interest', async ({
  devices,
  server,
}) => {
  const { page } = await devices.fresh();
  const paths = requests(page);
  await stage(page, server.origin, '<inbox-messenger defer="interaction"></inbox-messenger>');
  await expect(launcher(page)).toBeVisible();
  await expect(launcher(page)).toHaveAttribute('aria-expanded', 'false');
  expect(paths).toEqual(['/stage', '/assets/auto.js']);

  await launcher(page).hover();
  await page.locator('inbox-messenger').evaluate((messenger: InboxMessenger) => messenger.ready());
  const files = paths.filter((path) => path.startsWith('/assets/')).sort();
  expect(files).toEqual(
    ['auto.js', 'messenger-widget.js', 'messenger_bg.wasm', 'runtime.js'].map((name) => `/assets/${name}`),
  );
  await expect(panel(page)).toBeHidden();
});

test('while its files are on their way the open panel shows that it is loading, and can be closed', async ({
  devices,
  server,
}) => {
  const { page } = await devices.fresh({ viewport: { width: 390, height: 800 } });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/messenger_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await stage(page, server.origin, MESSENGER);
  await launcher(page).click();
  await expect(panel(page)).toBeFocused();
  await expect(page.locator('inbox-messenger #skeleton')).toBeVisible();
  await page.getByRole('button', { name: 'Close chat' }).click();
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();

  await launcher(page).click();
  release();
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
  await expect(page.locator('inbox-messenger #skeleton')).toBeHidden();
});

test('the keyboard opens the panel, goes into it, and comes back out with Escape', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await stage(page, server.origin, `<button>Of the page</button>${MESSENGER}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(launcher(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await expect(page.locator('inbox-messenger [part=launcher]')).not.toBeFocused();
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();
});

test('a panel that fills the window keeps the focus', async ({ devices, server }) => {
  const { page } = await devices.fresh({ viewport: { width: 390, height: 800 } });
  await stage(page, server.origin, `${MESSENGER}<button>Behind</button>`);
  await launcher(page).click();
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
  // It comes up from below.
  await expect.poll(() => panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 800 });
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Behind' })).not.toBeFocused();
  }
});

test('the launcher keeps to the end of the line, or to the side that it is told', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  const middle = async (): Promise<number> => {
    const box = await page.locator('inbox-messenger [part=launcher]').boundingBox();
    return box ? box.x + box.width / 2 : Number.NaN;
  };
  await stage(page, server.origin, MESSENGER, { html: 'lang="ar" dir="rtl"' });
  await expect(page.getByRole('button', { name: 'فتح المحادثة' })).toBeVisible();
  expect(await middle()).toBeLessThan(100);
  await page.locator('inbox-messenger').evaluate((messenger: InboxMessenger) => (messenger.side = 'right'));
  const width = page.viewportSize()?.width ?? 0;
  expect(await middle()).toBeGreaterThan(width - 100);
  await page.locator('inbox-messenger').evaluate((messenger: InboxMessenger) => {
    document.documentElement.dir = 'ltr';
    messenger.side = 'left';
  });
  expect(await middle()).toBeLessThan(100);
});

test('a button of the page opens the panel instead of ours, and has the focus back', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await stage(
    page,
    server.origin,
    '<button class="ask">Ask <b>us</b></button><inbox-messenger launcher=".ask"></inbox-messenger>',
  );
  const ask = page.getByRole('button', { name: 'Ask us' });
  await expect(launcher(page)).toBeHidden();
  await ask.press('Enter');
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
  await expect(ask).toHaveAttribute('aria-expanded', 'true');
  const window = page.viewportSize();
  const box = await panel(page).boundingBox();
  expect(Math.round((window?.height ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0))), 'where ours would be').toBe(20);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(ask).toHaveAttribute('aria-expanded', 'false');
  await ask.getByText('us').click();
  await expect(panel(page)).toBeVisible();
});

test('moving the element keeps what is in it; removing it does not; putting it back starts anew', async ({
  devices,
  server,
}) => {
  const { page } = await devices.fresh();
  await stage(page, server.origin, `${MESSENGER}<section></section>`);
  const result = await page.locator('inbox-messenger').evaluate(async (messenger: InboxMessenger) => {
    const root = () => messenger.shadowRoot?.querySelector('#mount')?.firstElementChild ?? null;
    await messenger.show();
    const first = root();
    document.querySelector('section')?.append(messenger);
    await new Promise(requestAnimationFrame);
    const moved = root();
    messenger.remove();
    await new Promise(requestAnimationFrame);
    const removed = root();
    document.body.append(messenger);
    await messenger.ready();
    const back = root();
    return {
      kept: first !== null && first === moved,
      emptied: removed === null,
      anew: back !== null && back !== first,
    };
  });
  expect(result).toEqual({ kept: true, emptied: true, anew: true });
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
});

test('two messengers on a page open, speak and go on their own', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await stage(
    page,
    server.origin,
    '<inbox-messenger id="a" side="left" lang="de"></inbox-messenger><inbox-messenger id="b"></inbox-messenger>',
  );
  const [one, two] = [page.locator('#a'), page.locator('#b')];
  await one.evaluate((messenger: InboxMessenger) => messenger.show());
  await two.evaluate((messenger: InboxMessenger) => messenger.show());
  await expect(one.getByRole('button', { name: 'Nachricht schreiben' })).toBeVisible();
  await expect(two.getByRole('button', { name: 'Send us a message' })).toBeVisible();
  await one.evaluate((messenger: InboxMessenger) => messenger.destroy());
  await expect(one).toHaveCount(0);
  await two.getByRole('button', { name: 'Send us a message' }).click();
  await expect(two.getByRole('textbox')).toBeVisible();
});

/** Ways in which a file can be wrong, and what the reader and the page are told. */
const FAILURES = [
  { name: 'the module is missing', code: 'not_found', answer: { status: 404, body: 'gone' } },
  {
    name: 'a page comes instead of the module',
    code: 'mime',
    answer: { contentType: 'text/html', body: '<!doctype html>' },
  },
  {
    name: 'the module is cut short',
    code: 'unsupported',
    answer: { contentType: 'application/wasm', body: '\0asm\x01\0\0\0\x01' },
  },
  {
    name: 'the module is of another release',
    code: 'version_mismatch',
    // Imports "wbg"."gone", a function that today's glue does not have.
    answer: {
      contentType: 'application/wasm',
      body: '\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0c\x01\x03wbg\x04gone\0\0',
    },
  },
];

for (const { name, code, answer } of FAILURES) {
  test(`${name}: the panel says so, the page hears “${code}”, and trying again helps`, async ({ devices, server }) => {
    const { page } = await devices.fresh();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    let wrong = true;
    await page.route('**/messenger_bg.wasm', (route) => {
      const body = Buffer.from(answer.body, 'latin1');
      return wrong ? route.fulfill({ ...answer, body }) : route.continue();
    });
    await stage(page, server.origin, MESSENGER);
    const told = await page.locator('inbox-messenger').evaluate(async (messenger: InboxMessenger) => {
      const event = new Promise<string>((resolve) => {
        document.addEventListener('inbox:error', ({ detail }) => resolve(detail.code), { once: true });
      });
      const rejected = await messenger.show().catch((error: { code: string }) => error.code);
      return [await event, rejected];
    });
    expect(told).toEqual([code, code]);
    await expect(panel(page).getByRole('alert')).toContainText('Something went wrong');
    expect(lines.filter((line) => line.startsWith(`[inbox] ${code}: `))).toHaveLength(1);

    wrong = false;
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
    await expect(panel(page).getByRole('alert')).toBeHidden();
  });
}

test('home is there without the code of threads; a thread says that it is missing, and trying again helps', async ({
  devices,
  server,
}) => {
  const { page } = await devices.fresh();
  const messenger = new MessengerPage(page);
  let asked = 0;
  let wrong = true;
  await page.route(/messenger[_-]more\./, (route) => {
    if (route.request().url().endsWith('.wasm')) asked += 1;
    return wrong ? route.abort() : route.continue();
  });
  await messenger.visitAsLena(server.origin);
  await expect(messenger.badge).toBeVisible();
  expect(asked, 'nobody has opened it').toBe(0);
  await messenger.open();
  await messenger.conversations.first().click();
  const alert = messenger.panel.getByRole('alert');
  await expect(alert).toContainText('This could not be loaded');
  await messenger.back.click();
  await expect(messenger.conversations.first()).toBeVisible();
  await messenger.conversations.first().click();
  await expect(alert).toBeVisible();
  wrong = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(messenger.messages.first()).toBeVisible();
  await expect(messenger.messages.first()).toHaveCSS('display', 'flex');
  await messenger.back.click();
  await messenger.conversations.nth(1).click();
  await expect(messenger.messages.first()).toBeVisible();
  expect(asked, 'what is here is not asked for again').toBeLessThanOrEqual(3);
});

test('a mislabelled module works', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await page.route('**/messenger_bg.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'text/plain' } });
  });
  await stage(page, server.origin, MESSENGER);
  await launcher(page).click();
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
});

test('without a connection the reader is told, and can try again', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await stage(page, server.origin, MESSENGER);
  await page.context().setOffline(true);
  await launcher(page).click();
  await expect(panel(page).getByRole('alert')).toContainText('Not loaded');
  await page.context().setOffline(false);
  await panel(page).getByRole('button', { name: 'Not loaded. Try again' }).click();
  await expect(page.getByRole('button', { name: 'Send us a message' })).toBeVisible();
});

/** These pages break their own policy, which every other test forbids: a context that nobody watches. */
async function unwatched(
  browser: import('@playwright/test').Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

for (const { name, policy, cure } of [
  { name: 'WebAssembly', policy: POLICY.replace(" 'wasm-unsafe-eval'", ''), cure: 'wasm-unsafe-eval' },
  {
    name: 'the fetch of the module',
    policy: POLICY.replace("connect-src 'self'", "connect-src 'none'"),
    cure: 'connect-src',
  },
]) {
  test(`a policy that forbids ${name} is named in the console`, async ({ browser, server }) => {
    const page = await unwatched(browser);
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await stage(page, server.origin, MESSENGER, { policy });
    await launcher(page).click();
    await expect(panel(page).getByRole('alert')).toContainText('not set up for it correctly');
    expect(lines.find((line) => line.startsWith('[inbox] csp: '))).toContain(cure);
    await page.context().close();
  });
}

test('a widget that has stopped by a defect of its own says so, and starts afresh', async ({ browser, server }) => {
  // Timers and requests of the stopped module throw, once each, which every other test forbids.
  const page = await unwatched(browser);
  await stage(
    page,
    server.origin,
    `${MESSENGER}<inbox-messenger id="other" side="left" defer="manual"></inbox-messenger>`,
  );
  const [one, other] = [page.locator('inbox-messenger').first(), page.locator('#other')];
  for (const messenger of [other, one]) await messenger.evaluate((element: InboxMessenger) => element.show());
  // What comes later has come, and has to come again.
  const spoken = new MessengerPage(page, one);
  await spoken.begin('Before it stopped');
  await spoken.expectSent('Before it stopped');
  await page.evaluate(() => {
    // What the browser reports when the module traps in a listener or timer of its own.
    const error = new WebAssembly.RuntimeError('unreachable');
    error.stack = `RuntimeError: unreachable at ${location.origin}/assets/messenger_bg.wasm:wasm-function[7]:0x1`;
    window.dispatchEvent(new ErrorEvent('error', { error, cancelable: true }));
  });
  for (const messenger of [one, other]) {
    await expect(messenger.getByRole('alert')).toContainText('stopped because of an error');
    await messenger.getByRole('button', { name: 'Try again' }).click();
    await expect(messenger.getByRole('button', { name: 'Send us a message' })).toBeVisible();
  }
  await spoken.conversations.first().click();
  await spoken.expectSent('Before it stopped');
  await spoken.say('And after');
  await spoken.expectSent('And after');
  await page.context().close();
});

test('a thousand mounts leave nothing behind', async ({ devices, server }) => {
  test.setTimeout(180_000);
  const { page } = await devices.fresh();
  await stage(page, server.origin, MESSENGER);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');

  /** Mounts and takes down `count` times. */
  const cycle = (count: number): Promise<void> =>
    page.evaluate(async (times) => {
      for (let time = 0; time < times; time += 1) {
        const messenger = document.createElement('inbox-messenger');
        messenger.setAttribute('open', '');
        document.body.append(messenger);
        await messenger.ready();
        await messenger.destroy();
      }
    }, count);

  /** What there is after a thorough cleaning. */
  const left = async (): Promise<{ listeners: number; nodes: number; heap: number }> => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
  };

  await cycle(100);
  const before = await left();
  await cycle(1000);
  // What was on its way when a widget went ends by itself; what leaks never does.
  await expect.poll(async () => (await left()).listeners).toBeLessThanOrEqual(before.listeners + 10);
  const after = await left();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 200);
  expect(after.heap).toBeLessThan(before.heap + 3_000_000);
});
