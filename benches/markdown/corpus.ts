/**
 * What people write to a company and what they are answered: made from phrases by a generator with a
 * fixed seed, so that every run and every machine renders the same texts.
 */

/** Numbers that look random and are the same each time (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PLAIN = [
  'Hi there',
  'Thanks a lot, that fixed it!',
  'I ordered two mugs last week and only one has arrived.',
  'Could you tell me when the parcel will be delivered?',
  'We have looked into this & found the cause: your card was declined.',
  'The invoice says 3 x 12.50 EUR, but I paid for 2 only.',
  "It doesn't work on my phone, I've tried it three times now.",
  'Sure, give me a minute.',
  'Can I change the delivery address, or is it too late for that?',
  'Your refund is on its way. It takes 3-5 working days.',
  'ok',
  'My order number is #10482-B.',
  'Is there a discount for schools (about 25 licences)?',
  'No worries 🙂 Have a nice day!',
  'Wir haben Ihre Bestellung gestern verschickt, sie müsste morgen ankommen.',
  'Où est ma commande ? Je l’attends depuis une semaine.',
  'مرحبا، متى يصل الطلب؟',
  '注文した商品がまだ届きません。',
];

const RICH = [
  'Please open **Settings → Billing** and choose *Invoices*.',
  'See https://help.shop.example/returns/how-to?lang=en for the steps.',
  'It is described [in our guide](https://docs.shop.example/guide#refunds).',
  'Run `npm i inbox-widgets` and restart the server.',
  '~~The 12th~~ The 14th at the latest.',
  'Write to support@shop.example if that does not help.',
  'That is **really** important, _please_ do not skip it.',
  '`ERR_CONNECTION_RESET` means that the network was interrupted.',
];

const LISTS = [
  '1. Open the app\n2. Tap **Account**\n3. Choose *Log out*',
  '- the blue one\n- the green one\n- both',
  '- [x] refund sent\n- [ ] parcel returned',
];

const BLOCKS = [
  '> Can I change the delivery address?\n\nYes, until it has left our house.',
  '```\nError: timeout of 5000ms exceeded\n    at connect (net.js:41)\n```',
  '## What happens next',
  '| Item | Price |\n| --- | ---: |\n| Mug | 12.50 |\n| Lid | 3.00 |',
];

/** As many messages as a busy inbox has in a day: most are one or two plain sentences. */
export function chatMessages(count: number): string[] {
  const next = sequence(7);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  return Array.from({ length: count }, () => {
    const kind = next();
    if (kind < 0.45) return pick(PLAIN);
    if (kind < 0.6) return `${pick(PLAIN)} ${pick(PLAIN)}`;
    if (kind < 0.7) return `${pick(PLAIN)}\n${pick(PLAIN)}`;
    if (kind < 0.9) return `${pick(PLAIN)} ${pick(RICH)}`;
    if (kind < 0.96) return `${pick(PLAIN)}\n\n${pick(LISTS)}`;
    return `${pick(PLAIN)}\n\n${pick(BLOCKS)}`;
  });
}

/** Answers of an agent who explains something at length, of about 2 to 6 KB. */
export function longReplies(count: number): string[] {
  const next = sequence(11);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  const sentences = (number: number): string =>
    Array.from({ length: number }, () => pick(next() < 0.65 ? PLAIN : RICH)).join(' ');
  return Array.from({ length: count }, () => {
    const parts = 8 + Math.floor(next() * 12);
    return Array.from({ length: parts }, () => {
      const kind = next();
      if (kind < 0.6) return sentences(3 + Math.floor(next() * 4));
      return pick(kind < 0.8 ? LISTS : BLOCKS);
    }).join('\n\n');
  });
}
