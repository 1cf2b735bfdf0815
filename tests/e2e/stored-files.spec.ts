/** Files that the server keeps are seen, heard and saved on both sides, wherever the widgets stand. */

import { tabTo } from './support/a11y.js';
import { DeskPage } from './support/desk-page.js';
import { DeskThread } from './support/desk-thread.js';
import { expectSeen, PICTURE, saved, silence } from './support/files.js';
import { MessengerPage } from './support/messenger-page.js';
import { expect, test } from './support/test.js';

const QUESTION = 'Is this the right pole?';
const PLAN = Buffer.from('%PDF-1.4 how to put up a tent');

test('a picture that a customer sends is seen, enlarged and saved by keyboard', async ({ messenger, desk }) => {
  const { keyboard } = desk.page;
  await messenger.begin('I have this one.');
  await messenger.say(`![pole.png](data:image/png;base64,${PICTURE.toString('base64')})`);
  await expectSeen(messenger.thread.getByRole('img', { name: 'pole.png' }));
  await messenger.say(QUESTION);

  await desk.open(QUESTION);
  const picture = desk.thread.getByRole('img', { name: 'pole.png' });
  await expectSeen(picture);
  await tabTo(desk.page, 'Enlarge picture: pole.png');
  await keyboard.press('Enter');
  const thread = new DeskThread(desk);
  await expect(thread.lightbox).toBeVisible();
  await expectSeen(thread.picture);
  await tabTo(desk.page, 'Download');
  const file = await saved(desk.page, () => keyboard.press('Enter'));
  expect(file.name).toBe('pole.png');
  expect(file.bytes.equals(PICTURE)).toBe(true);

  await keyboard.press('Escape');

  // It has the same address when the page is loaded anew, so the browser need not load it again.
  const address = await picture.getAttribute('src');
  await desk.page.reload();
  await desk.open(QUESTION);
  await expect(picture).toHaveAttribute('src', address!);
  await expectSeen(picture);
});

for (const dialect of ['featurebase', 'intercom', 'crm']) {
  test(`${dialect}: what an agent sends from another site is seen, heard and saved there by the customer`, async ({
    shop,
    server,
    devices,
    agent,
    signed,
  }) => {
    const widget = (name: string): string =>
      `<inbox-${name} endpoint="${server.origin}" dialect="${dialect}"></inbox-${name}>`;
    shop.shows(widget('messenger'));
    const messenger = new MessengerPage((await devices.fresh()).page);
    await messenger.page.goto(shop.origin);
    await messenger.signIn(signed({ sub: 'pole-buyer', name: 'Pia Pole' }));
    await messenger.begin(QUESTION);
    await messenger.expectSent(QUESTION);

    shop.shows(widget('desk'));
    const desk = new DeskPage((await devices.fresh()).page);
    await desk.page.goto(shop.origin);
    await desk.host.evaluate(
      (host, token) => ((host as HTMLElementTagNameMap['inbox-desk']).token = token),
      agent.token,
    );
    await desk.open(QUESTION);
    await desk.reply.focus();
    await desk.chooseFiles(
      { name: 'pole.png', mimeType: 'image/png', buffer: PICTURE },
      { name: 'plan.pdf', mimeType: 'application/pdf', buffer: PLAN },
      { name: 'hum.wav', mimeType: 'audio/wav', buffer: silence() },
    );
    await expect(desk.files).toHaveText([/Ready to send/, /Ready to send/, /Ready to send/]);
    await desk.page.keyboard.press('Enter');
    await desk.sendNow.click();

    for (const side of [messenger, desk]) {
      await expectSeen(side.thread.getByRole('img', { name: 'pole.png' }));
      const plan = side.thread.getByRole('link', { name: /^plan\.pdf/ });
      const file = await saved(side.page, () => plan.click());
      expect(file.name).toBe('plan.pdf');
      expect(file.bytes.equals(PLAN)).toBe(true);
      const sought = await side.thread.locator('audio').evaluate(async (player) => {
        const audio = player as HTMLAudioElement;
        const heard = new Promise((done) => audio.addEventListener('seeked', done, { once: true }));
        audio.preload = 'auto';
        audio.load();
        await new Promise((done) => audio.addEventListener('loadedmetadata', done, { once: true }));
        audio.currentTime = 0.75;
        await heard;
        return [audio.duration, audio.currentTime];
      });
      expect(sought).toEqual([1, 0.75]);
    }
  });
}
