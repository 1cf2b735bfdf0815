/** Pages that are hard on what stands in them: the messenger works in each. */

import type { Page } from '@playwright/test';

import type { InboxMessenger } from '../../www/src/elements/messenger.js';
import { expectAccessible } from './support/a11y.js';
import { MessengerPage } from './support/messenger-page.js';
import { Server } from './support/server.js';
import { stage } from './support/stage.js';
import { expect, test } from './support/test.js';

const MESSENGER = '<inbox-messenger></inbox-messenger>';

/** A page's own styles, by a sheet that a strict policy allows. */
async function styled(page: Page, css: string): Promise<string> {
  await page.route('**/site.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
  return '<link rel="stylesheet" href="/site.css">';
}

/** A customer writes, and the company has it. */
async function expectWorks(messenger: MessengerPage, text: string): Promise<void> {
  await messenger.begin(text);
  await messenger.expectSent(text);
}

/** What other scripts on a page do to what all scripts share. */
const SCRIPTS: { name: string; act: () => void }[] = [
  {
    name: 'have additions of their own in every object, list and text',
    act: () => {
      const add = (to: object, names: string[]): void => {
        for (const name of names) (to as Record<string, unknown>)[name] = () => 'added';
      };
      add(Object.prototype, ['extend', 'each', 'inspect', 'code', 'detail']);
      add(Array.prototype, ['each', 'remove', 'last']);
      add(String.prototype, ['format']);
      add(Function.prototype, ['inherits']);
    },
  },
  {
    name: 'have values in every object that options are mistaken for',
    act: () => {
      const polluted: Record<string, unknown> = {
        ...{ method: 'PUT', headers: { 'X-Polluted': 'yes' }, body: 'polluted', mode: 'no-cors', type: 'ordinal' },
        ...{ credentials: 'include', redirect: 'error', keepalive: true, integrity: 'sha256-AAAA', duplex: 'half' },
        ...{ once: true, capture: true, passive: true, bubbles: false, composed: false, detail: 'polluted' },
        ...{ behavior: 'smooth', block: 'center', preventScroll: true, style: 'currency', cause: 'polluted' },
      };
      for (const [name, value] of Object.entries(polluted)) {
        Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });
      }
    },
  },
  {
    name: 'have frozen what all share',
    act: () => {
      for (const one of [Object, Array, Function, Error, TypeError, Promise, Map, Set, WeakMap, String, Number, Date]) {
        Object.freeze(one.prototype);
        Object.freeze(one);
      }
      for (const one of [JSON, Math, Reflect, Intl, WebAssembly, console]) Object.freeze(one);
    },
  },
  {
    name: 'have put something else in place of common functions',
    act: () => {
      const set = (on: object, name: string, value: unknown): void => {
        Object.defineProperty(on, name, { value, writable: true, configurable: true });
      };
      // A polyfill that knows less than what it stands for, as old ones do.
      const { toString } = Date.prototype;
      set(Date.prototype, 'toJSON', function (this: Date) {
        return toString.call(this);
      });
      set(Array.prototype, 'toJSON', function (this: unknown[]) {
        return `[${this.length}]`;
      });
      set(String.prototype, 'at', () => 'x');
      set(Element.prototype, 'remove', () => undefined);
    },
  },
];

for (const { name, act } of SCRIPTS) {
  test(`where other scripts ${name}`, async ({ devices, server, agent }) => {
    const { page } = await devices.fresh();
    await page.addInitScript(act);
    const messenger = new MessengerPage(page);
    await stage(page, server.origin, MESSENGER);
    await expectWorks(messenger, 'Is this page broken?');
    const { id } = (await agent.list('?limit=1'))[0]!;
    expect(await agent.said(id)).toEqual(['Is this page broken?']);
    await agent.reply(id, 'Not for us');
    await expect(messenger.message('Not for us')).toBeVisible();
    await messenger.close();
  });
}

test('where shared things are frozen, what could not be loaded is told as ever', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await page.addInitScript(() => Object.freeze(Error.prototype));
  await page.route('**/runtime.js', (route) => route.abort());
  await stage(page, server.origin, '<inbox-messenger defer="manual"></inbox-messenger>');
  const told = await page
    .locator('inbox-messenger')
    .evaluate((messenger: InboxMessenger) =>
      messenger.ready().catch(({ name, code }: { name: string; code: string }) => [name, code]),
    );
  expect(told).toEqual(['InboxError', 'network']);
});

test('where the page’s styles reach for everything', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  const head = await styled(
    page,
    '* { all: unset !important; font: 40px serif !important; letter-spacing: 1em !important; color: red !important; cursor: none !important; line-height: 3 !important; text-align: center !important; text-transform: uppercase !important; visibility: hidden !important; pointer-events: none !important }',
  );
  const messenger = new MessengerPage(page);
  await stage(page, server.origin, `<main><p>Text</p></main>${MESSENGER}`, { head });
  await expect(messenger.launcher).toBeInViewport({ ratio: 1 });
  await expectWorks(messenger, 'Can you read this?');
  await expect(messenger.message('Can you read this?')).toHaveCSS('letter-spacing', 'normal');
  const [bubble, panel] = [messenger.message('Can you read this?'), messenger.panel];
  await expect(panel).toBeInViewport({ ratio: 1 });
  const height = await bubble.evaluate((it) => getComputedStyle(it).fontSize);
  expect(Number.parseFloat(height)).toBeLessThan(20);
  await expectAccessible(page, 'among hostile styles', 'inbox-messenger');
});

test('where a base leads elsewhere, the server is still the page’s own', async ({ devices }) => {
  // Without the demo, whose pictures are the demo page's.
  const server = await Server.start({ demo: false });
  try {
    const { page, watch } = await devices.fresh();
    watch.allow(() => server.origin);
    const messenger = new MessengerPage(page);
    await stage(page, server.origin, MESSENGER, { head: '<base href="https://elsewhere.example/shop/">' });
    await expectWorks(messenger, 'Does this go to you?');
  } finally {
    await server.dispose();
  }
});

test('what stands around a component counts inside it', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  await stage(page, server.origin, '<section lang="ar" dir="rtl"><div id="outer"></div></section>');
  await page.evaluate(() => {
    const inner = document.createElement('div');
    document.getElementById('outer')!.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(document.createElement('inbox-messenger'));
  });
  const launcher = page.getByRole('button', { name: 'فتح المحادثة' });
  await launcher.click();
  await expect(page.locator('.messenger')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('.messenger')).toHaveAttribute('dir', 'rtl');
});

test('where pages come and go without being loaded, a conversation goes on', async ({ devices, server }) => {
  const { page } = await devices.fresh();
  const messenger = new MessengerPage(page);
  await stage(page, server.origin, `<main>First</main>${MESSENGER}`);
  await expectWorks(messenger, 'I am still looking around');
  await page.evaluate(() => {
    history.pushState({}, '', '/second');
    document
      .querySelector('main')!
      .replaceWith(Object.assign(document.createElement('main'), { textContent: 'Second' }));
  });
  await messenger.say('And here?');
  await messenger.expectSent('And here?');
  // A router that makes the whole body anew takes the element out and puts another one in.
  await page.evaluate(() => {
    history.pushState({}, '', '/third');
    document.body.replaceChildren(document.createElement('inbox-messenger'));
  });
  await messenger.open();
  await messenger.conversations.first().click();
  await expect(messenger.message('And here?')).toHaveCount(1);
  await page.goBack();
  await expect(messenger.message('And here?')).toHaveCount(1);
});

test('where nothing may be kept on the device, it works from memory', async ({ devices, server, agent }) => {
  const { page } = await devices.fresh();
  // As browsers do it in the frame of another site.
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
    Object.defineProperty(navigator, 'locks', {
      value: { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) },
    });
  });
  const messenger = new MessengerPage(page);
  await stage(page, server.origin, MESSENGER);
  await expectWorks(messenger, 'You need not remember me');
  const { id } = (await agent.list('?limit=1'))[0]!;
  await agent.reply(id, 'We do not');
  await expect(messenger.message('We do not')).toBeVisible();
  await messenger.say('Good');
  await messenger.expectSent('Good');
  expect(await agent.said(id)).toEqual(['You need not remember me', 'We do not', 'Good']);
});
