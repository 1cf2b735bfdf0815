/**
 * Texts that need no module: lines of words, which are one paragraph in every profile, as most of what
 * people write in a chat is. The way into the module and back would take several times as long.
 */

/** What means something to markdown or to HTML, wherever it stands. */
const SIGNS = /[\0-\t\v-\x1f"&*:<>@[\\\]_`|~\x7f]/;
const ADDRESS = /www\./i;
const SPACE = 32;

/** Whether a text is lines of words. */
export function isWords(text: string): boolean {
  const { length } = text;
  if (length > 1000 || SIGNS.test(text) || ADDRESS.test(text) || !isWellFormed(text)) return false;
  for (let start = 0; begins(text.charCodeAt(start));) {
    const end = text.indexOf('\n', start);
    if (text.charCodeAt((end < 0 ? length : end) - 1) === SPACE) return false;
    if (end < 0) return true;
    start = end + 1;
  }
  return false;
}

/** Whether a line that begins with this UTF-16 unit is one of words: a letter, an emoji. */
const begins = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0xc0 && unit <= 0x2af) ||
  (unit >= 0x370 && unit <= 0x1fff) ||
  (unit >= 0x2c00 && unit <= 0xdbff);

/** Whether a text has no half of a character; not known where the function is missing. */
const isWellFormed = (text: string & { isWellFormed?(): boolean }): boolean => text.isWellFormed?.() ?? false;

/** The HTML of such a text. In a chat a line ends where its writer ended it. */
export function paragraph(words: string, chat: boolean): string {
  const lines = chat && words.includes('\n') ? words.replaceAll('\n', '<br />\n') : words;
  return `<p>${lines}</p>\n`;
}
