/**
 * How the desk looks in the middle of work, in pictures that are kept, as those of `desk-looks.spec.ts`: what is
 * about to be sent, what is in its way, and less room than usual.
 */

import { CABIN } from './support/desk-writing.js';
import { loseNetwork } from './support/network.js';
import { find, looksLike, open, visit } from './support/looks.js';
import { expect, test } from './support/still.js';

const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(48_300, 'a') });

test('a draft that waits', async ({ look, server }) => {
  const desk = await look({ scheme: 'dark', size: 'wide', lang: 'en' });
  await visit(desk, server.origin, 'crm');
  await find(desk, CABIN, 'bottom');
  await expect(desk.host.getByRole('group', { name: 'Suggested reply' })).toBeVisible();
  await looksLike(desk, 'draft-dark-wide-en');
});

test('what one writes, as it will look, and the time in which it can be taken back', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'wide', lang: 'en' });
  await visit(desk, server.origin);
  await open(desk, 'Wedding present');
  await desk.reply.fill('It is **on its way**:\n\n- the stove\n- the [manual](https://example.com/manual)');
  await desk.reading.getByRole('button', { name: 'Preview' }).click();
  await expect(desk.reading.getByRole('link', { name: 'manual' })).toBeVisible();
  await desk.page.mouse.move(0, 0);
  await looksLike(desk, 'preview-light-wide-en');
  await desk.reply.press('Enter');
  await expect(desk.waiting).toBeVisible();
  await looksLike(desk, 'undo-light-wide-en');
});

test('files, one of which could not be sent', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'phone', lang: 'ar' });
  await visit(desk, server.origin);
  await open(desk, 'استبدال حذاء Fjell');
  await desk.host.locator('.composer-field').focus();
  await desk.chooseFiles(text('manual.txt'));
  const files = desk.host.locator('.file');
  await expect(files.locator('progress, [role=progressbar]')).toHaveCount(0);
  await loseNetwork(desk.host);
  await desk.chooseFiles(text('plan.txt'));
  await expect(files).toHaveCount(2);
  await expect(files.last().locator('.file-wrong')).not.toBeEmpty();
  await looksLike(desk, 'upload-light-phone-ar');
});

test('a colleague was faster', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'wide', lang: 'en' });
  const colleague = await look({ scheme: 'light', size: 'wide', lang: 'en' });
  await visit(desk, server.origin);
  await open(desk, 'Wedding present');
  await desk.reply.fill('We have packed it.');
  await colleague.visitAs(server.origin, server.agentToken('Tomas Vidal'));
  await open(colleague, 'Wedding present');
  await colleague.answer('It left an hour ago.');
  await expect(desk.message('It left an hour ago.')).toBeVisible();
  await colleague.page.close();
  await desk.reply.press('Enter');
  await expect(desk.collision).toBeVisible();
  await looksLike(desk, 'collision-light-wide-en');
});

test('rows close together, and less room', async ({ look, server }) => {
  const desk = await look({ scheme: 'light', size: 'wide', lang: 'en' });
  const { keyboard } = desk.page;
  await visit(desk, server.origin);
  await keyboard.press(',');
  await desk.host.getByRole('radio', { name: 'Compact' }).press('Space');
  await keyboard.press('Escape');
  await expect(desk.host.getByRole('dialog')).toHaveCount(0);
  await open(desk, 'Wedding present');
  await looksLike(desk, 'compact-light-wide-en');
  await desk.page.setViewportSize({ width: 1100, height: 800 });
  await looksLike(desk, 'compact-light-three-panes-en');
  await desk.page.setViewportSize({ width: 800, height: 800 });
  await looksLike(desk, 'compact-light-narrow-en');
});
