/** Every example of the specifications, by way of JavaScript. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { model } from './model.js';

interface Example {
  example: number;
  section: string;
  markdown: string;
  html: string;
}

const examples = (name: string): Example[] =>
  JSON.parse(readFileSync(new URL(`../../crates/model/tests/spec/${name}.json`, import.meta.url), 'utf8'));

/** HTML with its escapes undone, so that escaped and raw HTML look the same. */
const unescaped = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/**
 * Examples of GFM from the part that repeats CommonMark's, before its extension for bare addresses: by
 * that extension they are links, as its own examples say.
 */
const LINKED = [610, 614, 616, 619, 620];

for (const profile of ['commonmark', 'gfm'] as const) {
  test(`${profile} as its specification has it, raw HTML as text`, () => {
    const all = examples(profile);
    expect(all.length).toBeGreaterThan(640);
    const differing = all.filter(({ markdown, html }) => model.renderMarkdown(markdown, { profile }) !== html);
    const wrong = differing.filter(
      ({ markdown, html }) => unescaped(model.renderMarkdown(markdown, { profile })) !== unescaped(html),
    );
    expect(wrong.map(({ example }) => example)).toEqual(profile === 'gfm' ? LINKED : []);
    // Only what has a tag, a comment or the like in it may differ at all.
    const tagless = differing.filter(
      ({ example, markdown }) => !wrong.some((one) => one.example === example) && !/<[a-z/!?]/i.test(markdown),
    );
    expect(tagless).toEqual([]);
  });
}
