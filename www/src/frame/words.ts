/**
 * The few words that are on the page before anything is loaded. Those for failures are in
 * runtime/describe.ts; everything else is in the catalogues of the widgets.
 */

import type { InboxStrings } from '../types.js';

const NAMES = ['launcherOpen', 'launcherClose', 'launcherUnread', 'title', 'retry'] as const;

/** What the launcher and the panel are called, and how one tries again. */
export type Words = Required<Pick<InboxStrings, (typeof NAMES)[number]>>;

const WORDS: Record<string, string> = {
  en: 'Open chat|Close chat|unread: {count}|Chat|Not loaded. Try again',
  de: 'Chat öffnen|Chat schließen|ungelesen: {count}|Chat|Nicht geladen. Noch einmal versuchen',
  ar: 'فتح المحادثة|إغلاق المحادثة|غير مقروءة: {count}|المحادثة|تعذّر التحميل. إعادة المحاولة',
};

/** The words for a BCP 47 tag such as `de-AT`, English where there are none; `own` ones come first. */
export function wordsFor(lang: string, own: InboxStrings): Words {
  const [language = ''] = (lang || navigator.language).toLowerCase().split('-');
  const list = (WORDS[language] ?? WORDS['en'])?.split('|') ?? [];
  return { ...Object.fromEntries(NAMES.map((name, at) => [name, list[at]])), ...own } as Words;
}
