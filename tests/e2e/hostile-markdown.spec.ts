/** What `inbox-widgets/model` makes of hostile texts, in a live document that would run anything. */

import { expect, test as base, type Page } from '@playwright/test';

import type * as Model from '../../www/src/model/index.js';
import { Shop } from './support/shop.js';
import { NOTHING } from './support/test.js';
import { VECTORS } from './support/vectors.js';
import { Watch } from './support/watch.js';

/** A page without any policy, on which whatever runs is told. */
interface Trap {
  page: Page;
  ran: string[];
  watch: Watch;
}

const test = base.extend<{ trap: Trap }>({
  trap: async ({ page }, use) => {
    const shop = await Shop.open();
    const ran: string[] = [];
    const watch = await Watch.over(page.context(), [() => shop.origin]);
    await watch.follow(page);
    await page.exposeFunction('ran', () => ran.push('ran'));
    await page.goto(shop.origin);
    await use({ page, ran, watch });
    await shop.close();
  },
});

/** Puts texts into the document as HTML, waits until the page has nothing left to do, and says what is wrong with it. */
async function shown(page: Page, texts: readonly string[], profile: Model.MarkdownProfile | 'raw'): Promise<string[]> {
  return page.evaluate(
    async ([texts, profile]) => {
      const address = '/assets/model.js';
      const model = (await import(address)) as typeof Model;
      await model.init();
      const places = texts.map((text) => {
        const place = document.createElement('div');
        place.innerHTML = profile === 'raw' ? text : model.renderMarkdown(text, { profile });
        return document.body.appendChild(place);
      });
      // The nodes that are made without HTML are the same.
      const other = document.createElement('div');
      for (const [index, place] of profile === 'raw' ? [] : places.entries()) {
        model.renderMarkdownTo(other, texts[index] ?? '', profile === 'raw' ? {} : { profile });
        if (other.innerHTML !== place.innerHTML) return [`${texts[index]} became other nodes: ${other.innerHTML}`];
      }
      const idle = (): Promise<unknown> => new Promise((done) => requestIdleCallback(done));
      for (let turn = 0; turn < 5; turn += 1) await idle();
      const known = new Set(
        'A BLOCKQUOTE BR CODE DEL DIV EM H1 H2 H3 H4 H5 H6 HR IMG INPUT LI OL P PRE SPAN STRONG TABLE TBODY TD TH THEAD TR UL'.split(
          ' ',
        ),
      );
      const attributes =
        /^(href|src|alt|title|class|dir|rel|target|start|align|type|checked|disabled|loading|referrerpolicy|part)$/;
      const wrong = places.flatMap((place, index) =>
        [...place.querySelectorAll('*')].flatMap((element) => {
          const names = element.getAttributeNames().filter((name) => !attributes.test(name));
          const leads = element instanceof HTMLAnchorElement ? element.protocol : 'https:';
          const loads = element instanceof HTMLImageElement ? new URL(element.src, location.href).protocol : 'https:';
          const ways =
            profile === 'chat' || profile === 'raw'
              ? /^(https?|mailto|tel):$/
              : /^(?!javascript|vbscript|data|blob|file|about)/;
          const safe = ways.test(leads) && ways.test(loads);
          return known.has(element.tagName) && names.length === 0 && safe
            ? []
            : [`${texts[index]} became ${element.outerHTML}`];
        }),
      );
      // A picture that is far down has not been asked for yet.
      const pictures = places.flatMap((place) => [...place.querySelectorAll('img')]);
      for (const picture of pictures) picture.loading = 'eager';
      await Promise.allSettled(pictures.map((picture) => picture.decode()));
      const foreign = performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin));
      return [...wrong, ...foreign.map(({ name }) => `asked for ${name}`)];
    },
    [texts, profile] as const,
  );
}

test('nothing runs, and nobody else is asked for anything', async ({ trap: { page, ran, watch } }) => {
  expect(new Set(VECTORS).size).toBeGreaterThan(1000);
  expect(await shown(page, VECTORS, 'chat')).toEqual([]);
  expect(ran).toEqual([]);
  expect(watch.findings).toEqual(NOTHING);
});

for (const profile of ['commonmark', 'gfm'] as const) {
  test(`nothing runs in ${profile}, whose pictures come from anywhere`, async ({ trap: { page, ran, watch } }) => {
    const found = await shown(page, VECTORS, profile);
    expect(found.filter((one) => !one.startsWith('asked for '))).toEqual([]);
    expect(ran).toEqual([]);
    expect({ ...watch.findings, foreign: [] }).toEqual(NOTHING);
  });
}

test('the trap works', async ({ trap: { page, ran, watch } }) => {
  const baits = ['<img src=x onerror=ran()>', '<img src=//spy.example/a.png>', '<b>x</b>'];
  expect((await shown(page, baits, 'raw')).length).toBeGreaterThanOrEqual(baits.length);
  await expect.poll(() => ran).toEqual(['ran']);
  expect(watch.findings['foreign']).toEqual(['http://spy.example/a.png']);
});
