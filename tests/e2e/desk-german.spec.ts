/** A morning in German: open, reply, take back, send, snooze, find it again and reopen it, by keyboard alone. */

import { expectAccessible, listen, tabTo } from './support/a11y.js';
import { GermanDesk } from './support/desk-german.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Passt der Schlafsack auch im Winter?';
const ANSWER = 'Ja, bis minus zehn Grad.';

test('öffnen, antworten, zurückstellen, wiederfinden: everything on the way is in German', async ({
  devices,
  server,
  messenger,
  agent,
}) => {
  const { page } = await devices.fresh({ locale: 'de-DE' });
  const desk = new GermanDesk(page);
  const { keyboard } = page;
  await desk.visit(server.origin);
  await messenger.beginByKeyboard(QUESTION);
  await expect(desk.row(QUESTION)).toBeVisible();
  const heard = await listen(desk.host);

  await test.step('geöffnet', async () => {
    await tabTo(page, /^Unterhaltungen$/);
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await expect(desk.message(QUESTION)).toBeVisible();
    await expect(desk.fact('Zustand')).toContainText('Offen');
    await expect(desk.fact('Zuständig')).toContainText('Niemand');
    await expectAccessible(page, 'in German', 'inbox-desk');
  });

  await test.step('geantwortet und zurückgenommen', async () => {
    await keyboard.press('r');
    await expect(desk.reply).toBeFocused();
    await keyboard.type('Nein, leider nicht.');
    await keyboard.press('Enter');
    await expect(desk.waiting).toBeVisible();
    await expect(desk.host.getByRole('status').filter({ hasText: /Strg\+Z macht das rückgängig/ })).toHaveCount(1);
    await tabTo(page, 'Rückgängig', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(desk.waiting).toHaveCount(0);
    await expect(desk.reply).toHaveValue('Nein, leider nicht.');
    await expect(desk.reply).toBeFocused();
  });

  await test.step('gesendet', async () => {
    await keyboard.press('Control+a');
    await keyboard.type(ANSWER);
    await keyboard.press('Enter');
    await tabTo(page, 'Jetzt senden', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(messenger.message(ANSWER)).toBeVisible();
    await expect(desk.message(ANSWER)).toContainText(/Gesendet|Zugestellt|Gesehen/);
  });

  await test.step('was kommt, wird auf Deutsch gesagt', async () => {
    await messenger.sayByKeyboard('Danke!');
    await expect(desk.message('Danke!')).toBeVisible();
    await expect.poll(heard).toContainEqual(expect.stringMatching(/^Neue Nachricht von .+: Danke!$/));
  });

  await test.step('zurückgestellt', async () => {
    await keyboard.press('Escape');
    await keyboard.press('h');
    await expect(desk.menu).toBeVisible();
    await expect(desk.entries.last()).toHaveAccessibleName(/^Datum und Uhrzeit wählen …/);
    for (const name of [/^Morgen früh/, /^Nächsten Montag/, /^In einer Woche/])
      await expect(desk.menu.getByRole('menuitemradio', { name })).toHaveCount(1);
    await keyboard.press('End');
    await keyboard.press('ArrowUp');
    await expect(desk.menu.locator(':focus')).toHaveAccessibleName(/^In einer Woche/);
    await keyboard.press('Enter');
    await expect(desk.row('Danke!')).toHaveCount(0);
    await expect(desk.done).toContainText('Zurückgestellt · 1 Unterhaltung');
  });

  await test.step('wiedergefunden und wieder geöffnet', async () => {
    await tabTo(page, /^Zurückgestellt$/, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(desk.row('Danke!')).toHaveCount(1);
    await tabTo(page, /^Unterhaltungen$/);
    // A week from now is later than what others are put aside until, and the newest word is the first.
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await expect(desk.message(ANSWER)).toBeVisible();
    await expect(desk.reading.getByText(/^Zurückgestellt bis [A-Z][a-zä]+, \d{1,2}\. /)).toBeVisible();
    await expect(desk.fact('Zustand')).toContainText('Zurückgestellt');
    await tabTo(page, 'Wieder öffnen');
    await keyboard.press('Enter');
    await expect(desk.fact('Zustand')).toContainText('Offen');
    const [conversation] = (await agent.list('?limit=20')).filter(({ source }) => source?.bodyMarkdown === QUESTION);
    await expect.poll(async () => (await agent.conversation(conversation!.id)).state).toBe('open');
  });
});

test('what can be done has German names, in the sheet of keys and in the palette', async ({ devices, server }) => {
  const { page } = await devices.fresh({ locale: 'de-DE' });
  const desk = new GermanDesk(page);
  const { keyboard } = page;
  await desk.visit(server.origin);
  await keyboard.press('?');
  const sheet = desk.host.getByRole('dialog', { name: 'Tastaturkürzel' });
  await expect(sheet).toContainText('Zurückstellen bis …');
  await expect(sheet).toContainText('Umschalt');
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await keyboard.press('Control+k');
  const field = desk.host.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  await keyboard.type('einstell');
  await expect(desk.host.getByRole('option', { selected: true })).toContainText('Einstellungen');
  await keyboard.press('Enter');
  const settings = desk.host.getByRole('dialog', { name: 'Einstellungen' });
  await expect(
    settings.getByRole('group', { name: 'Erscheinungsbild' }).getByRole('radio', { name: 'Dunkel' }),
  ).toBeAttached();
  await expectAccessible(page, 'the settings in German', 'inbox-desk');
});
