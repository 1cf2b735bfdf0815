/** Puts a failure into words: for the reader in their language, for the developer in the console. */

import type { Failure, WidgetConfig } from '../internal.js';
import type { InboxErrorCode } from '../types.js';
import type { InboxError } from './errors.js';

/** What the developer can do. */
const CURES: Record<InboxErrorCode, string> = {
  csp: "Allow it: script-src needs 'wasm-unsafe-eval' and the origin of these files, connect-src that of the .wasm file.",
  mime: 'A page is delivered where the .wasm file should be. Put the file beside the scripts, where no catch-all route answers for it.',
  network: 'Is the server of these files up? If it is on another origin, it has to send CORS headers.',
  not_found: 'Deploy the .wasm file beside the scripts.',
  unsupported: 'This browser cannot run the widget; README.md lists those that can.',
  version_mismatch: 'Deploy all files of one release together, and have caches check back for new ones.',
  config: 'Correct the attribute that the message names.',
  panic: 'A defect of ours. Please report it with the lines above this one.',
};

/** Title, text, and the button: for what the reader can help, cannot help, and for our own defects. */
type Reasons = Record<'title' | 'network' | 'setup' | 'unsupported' | 'panic' | 'retry', string>;

const REASONS: Record<string, Reasons> = {
  en: {
    title: 'Something went wrong',
    network: 'Please check your connection and try again.',
    setup: 'This site is not set up for it correctly. Its operator finds the details in the console.',
    unsupported: 'This browser is too old for it. An up-to-date one will do.',
    panic: 'It stopped because of an error. Nothing that you sent is lost.',
    retry: 'Try again',
  },
  de: {
    title: 'Etwas ist schiefgegangen',
    network: 'Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    setup: 'Diese Website ist dafür nicht richtig eingerichtet. Näheres findet ihr Betreiber in der Konsole.',
    unsupported: 'Dieser Browser ist dafür zu alt. Mit einem aktuellen geht es.',
    panic: 'Ein Fehler hat es angehalten. Was Sie gesendet haben, ist nicht verloren.',
    retry: 'Noch einmal versuchen',
  },
  ar: {
    title: 'حدث خطأ ما',
    network: 'يُرجى التحقق من الاتصال والمحاولة مرة أخرى.',
    setup: 'هذا الموقع غير مُعَدّ لذلك بشكل صحيح. يجد مشغّله التفاصيل في وحدة التحكم.',
    unsupported: 'هذا المتصفح قديم جدًا. يُرجى استخدام متصفح محدَّث.',
    panic: 'توقّف بسبب خطأ. لم يُفقد أي شيء أرسلته.',
    retry: 'إعادة المحاولة',
  },
};

/** Tells the console, and returns what the frame is to show. */
export function describe(error: InboxError, element: Element, { lang, strings }: WidgetConfig): Failure {
  const { code, message } = error;
  console.error(`[inbox] ${code}: ${message}\n${CURES[code]}`, element, error.cause ?? '');
  const [language = ''] = (lang || navigator.language).toLowerCase().split('-');
  const reasons = { ...REASONS['en'], ...REASONS[language] } as Reasons;
  const reason = code === 'network' || code === 'unsupported' || code === 'panic' ? code : 'setup';
  const own = {
    network: strings.failedNetwork,
    setup: strings.failedSetup,
    unsupported: strings.failedUnsupported,
    panic: strings.failedPanic,
  };
  return {
    code,
    message,
    lines: [strings.failed ?? reasons.title, own[reason] ?? reasons[reason], `(${code})`],
    retry: strings.retry ?? reasons.retry,
  };
}
