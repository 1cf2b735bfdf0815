/** Files that an agent sends: chosen, pasted and dropped, on a good line and on a bad one. */

import type { Page } from '@playwright/test';

import { expectAccessible, tabTo } from './support/a11y.js';
import { findNetwork, loseNetwork } from './support/network.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Which pole fits my tent?';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mP8z8BQz0AEYBxVSF+FAP5FDvcfRYWgAAAAAElFTkSuQmCC';

const text = (name: string, length = 12) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(length, 'a') });
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });

/** The line carries so many bytes a second away from the page; `-1` is all that it can. */
async function throttle(page: Page, uploadThroughput: number): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Network.enable');
  const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput };
  await protocol.send('Network.emulateNetworkConditions', conditions);
}

test('files are chosen by keyboard, sent with a text, taken back, and sent without one', async ({
  messenger,
  desk,
  agent,
}) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await page.keyboard.type('This one.');
  await desk.chooseFiles(picture('pole.png'), text('how to.txt'));
  await expect(desk.files).toHaveText([/pole\.png.*Ready to send/, /how to\.txt.*Ready to send/]);
  await expect(desk.reply).toBeFocused();
  await expectAccessible(page, 'two files', 'inbox-desk');
  await page.keyboard.press('Enter');
  await expect(desk.files).toHaveCount(0);
  await expect(desk.waiting).toBeVisible();

  // The way back has the files, too.
  await page.keyboard.press('Control+z');
  await expect(desk.reply).toHaveValue('This one.');
  await expect(desk.files).toHaveText([/pole\.png/, /how to\.txt/]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await tabTo(page, 'Remove how to.txt');
  await page.keyboard.press('Enter');
  await expect(desk.files).toHaveText([/pole\.png/]);
  await expect(desk.reply).toBeFocused();
  await page.keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.messages).toHaveCount(2);
  const [conversation] = (await agent.list('?limit=20')).filter(({ source }) => source?.bodyMarkdown === QUESTION);
  const said = await agent.said(conversation?.id ?? '');
  expect(said).toHaveLength(2);
  expect(said[1]).toMatch(/^!\[pole\.png\]\(.*\/media\/[0-9a-f]{24}\?until=\d+&signature=[\w-]+\)$/);
});

test('an upload shows how far it is, holds the message, goes on elsewhere, and is kept over a reload', async ({
  messenger,
  desk,
}) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await throttle(page, 60_000);
  await desk.reply.focus();
  await page.keyboard.type('With a plan:');
  await desk.chooseFiles(text('plan.txt', 400_000), text('second.txt', 400_000));
  await expect(desk.files.first().getByRole('progressbar', { name: 'plan.txt' })).toBeVisible();
  await expect(desk.reading.getByText('You can send when 2 more files are uploaded.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk.reply).toHaveValue('With a plan:');
  await desk.files
    .filter({ hasText: 'second.txt' })
    .getByRole('button', { name: /^Cancel the upload/ })
    .click();
  await expect(desk.files).toHaveText([/plan\.txt/]);

  await desk.openRow(desk.rows.nth(2));
  await expect(desk.files).toHaveCount(0);
  await throttle(page, -1);
  await desk.open(QUESTION);
  await expect(desk.files).toHaveText([/plan\.txt.*Ready to send/], { timeout: 20_000 });
  await page.reload();
  await desk.open(QUESTION);
  await expect(desk.reply).toHaveValue('With a plan:');
  await expect(desk.files).toHaveText([/plan\.txt.*Ready to send/]);
  await desk.reply.press('Enter');
  await desk.sendNow.click();
  await expect(messenger.messages).toHaveCount(2);
  await expect(desk.files).toHaveCount(0);
});

test('without a network a file says so, and the same is tried again by keyboard', async ({ messenger, desk }) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reply.focus();
  await loseNetwork(desk.host);
  await desk.chooseFiles(text('list.txt'));
  await expect(desk.files).toContainText('the server could not be reached');
  await expect(desk.reading.getByText('To send, upload again what failed, or remove it.')).toBeVisible();
  await expectAccessible(page, 'a file that failed', 'inbox-desk');
  await findNetwork(desk.host);
  await tabTo(page, 'Upload list.txt again');
  await page.keyboard.press('Enter');
  await expect(desk.files).toContainText('Ready to send');
  await expect(desk.reply).toBeFocused();
  await page.keyboard.press('Enter');
  await desk.hurry();
  await expect(messenger.messages).toHaveCount(2);
});

test('what cannot be sent is told before it is uploaded', async ({ messenger, desk }) => {
  const { page } = desk;
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await expect(desk.attach).toHaveAttribute('title', /up to 20 files, .25.MB. each/);
  await desk.reply.focus();
  await desk.chooseFiles(
    text('empty.txt', 0),
    { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') },
    text('huge.txt', 25 * 1024 * 1024 + 1),
  );
  await expect(desk.files).toHaveText([/is empty/, /Programs cannot/, /of this type cannot/, /at most .25.MB/]);
  await page.keyboard.type('See here.');
  await page.keyboard.press('Enter');
  await expect(desk.reply).toHaveValue('See here.');
  for (const name of ['empty.txt', 'setup.exe', 'page.html', 'huge.txt']) {
    await tabTo(page, `Remove ${name}`);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await expect(desk.waiting).toBeVisible();
});

test('pasted and dropped files go with a note, which the customer never sees', async ({ messenger, desk, agent }) => {
  await messenger.beginByKeyboard(QUESTION);
  await desk.open(QUESTION);
  await desk.reading.getByRole('button', { name: 'Note', exact: true }).click();
  await desk.pastePicture(desk.note, PIXEL);
  await desk.dropFiles({ name: 'log.txt', type: 'text/plain', text: 'lines' });
  await expect(desk.files).toHaveText([/image\.png.*Ready/, /log\.txt.*Ready/]);
  // What belongs to the note does not wander into the reply.
  await desk.reading.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(desk.files).toHaveCount(0);
  await desk.reading.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(desk.files).toHaveCount(2);
  await desk.note.press('Enter');
  await expect(desk.messages.filter({ hasText: 'log.txt' })).toBeVisible();
  await expect(desk.files).toHaveCount(0);
  await desk.reading.getByRole('button', { name: 'Reply', exact: true }).click();
  await desk.answer('Thank you, I see it.');
  await expect(messenger.message('Thank you, I see it.')).toBeVisible();
  await expect(messenger.messages).toHaveCount(2);
  const [conversation] = (await agent.list('?limit=20')).filter(({ source }) => source?.bodyMarkdown === QUESTION);
  expect((await agent.said(conversation?.id ?? '')).some((said) => said.includes('log.txt'))).toBe(true);
});
