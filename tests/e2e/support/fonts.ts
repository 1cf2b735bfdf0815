/** Letters that look the same on every machine: whatever the demo says is drawn in fonts that come along. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A font's file, and the letters that it is for. */
interface Font {
  bytes: string;
  style: string;
  unicodeRange: string;
}

const find = createRequire(import.meta.url).resolve;

/** All files of a font, each for some letters. Which are which, `unicode.json` says beside them. */
function fonts(name: string, style = 'normal'): Font[] {
  const folder = `@fontsource-variable/${name}`;
  const ranges = JSON.parse(readFileSync(find(`${folder}/unicode.json`), 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([letters, unicodeRange]) => {
    const file = `${folder}/files/${name}-${letters.replace(/[[\]]/g, '')}-wght-${style}.woff2`;
    return { bytes: readFileSync(find(file)).toString('base64'), style, unicodeRange };
  });
}

/** Of two that have a letter the last is taken: emoji have digits, too. */
export const FONTS = [
  ...fonts('noto-emoji'),
  ...fonts('noto-sans-jp'),
  ...fonts('noto-sans-arabic'),
  ...fonts('inter', 'italic'),
  ...fonts('inter'),
];

/** Has the page show its letters in these. Runs in the page. */
export function bringFonts(fonts: Font[]): void {
  for (const { bytes, style, unicodeRange } of fonts) {
    const buffer = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    document.fonts.add(new FontFace('Looks', buffer, { weight: '100 900', style, unicodeRange }));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("inbox-desk { --inbox-font: 'Looks', sans-serif }");
  document.adoptedStyleSheets = [sheet];
}
