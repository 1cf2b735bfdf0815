/** Files on both sides: whether a picture is really there, and what is saved of a file. */

import { readFile } from 'node:fs/promises';

import type { Download, Locator, Page } from '@playwright/test';

import { expect } from './expect.js';

/** A picture of two by two points. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mP8z8BQz0AEYBxVSF+FAP5FDvcfRYWgAAAAAElFTkSuQmCC',
  'base64',
);

/** A second of silence that can be sought in: 8,000 samples of one byte. */
export function silence(): Buffer {
  const [rate, length] = [8_000, 8_000];
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(length, 40);
  return Buffer.concat([head, Buffer.alloc(length, 128)]);
}

/** Waits until a picture is drawn from the server's bytes, and not only an element for it. */
export async function expectSeen(picture: Locator): Promise<void> {
  await expect(picture).toHaveAttribute('src', /\/media\/[0-9a-f]{24}\?until=\d+&signature=/);
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(PICTURE.readUInt32BE(16));
}

/** What is saved when something is done: its name and bytes. A link that opens a tab of its own saves from there. */
export async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const download = new Promise<Download>((done) => {
    page.once('download', done);
    page.context().once('page', (tab) => tab.once('download', done));
  });
  await act();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
