/** Inputs that are made to be hard: each a beginning, something repeated, and an end. */

/** One way to make a parser work. */
export interface Family {
  name: string;
  start?: string;
  repeated: string;
  end?: string;
}

/** A text of a family of about so many bytes. */
export function grown({ start = '', repeated, end = '' }: Family, bytes: number): string {
  const room = Math.max(0, bytes - start.length - end.length);
  return start + repeated.repeat(Math.ceil(room / repeated.length)) + end;
}

export const FAMILIES: readonly Family[] = [
  { name: 'nested quotes', repeated: '> ', end: 'a' },
  { name: 'nested lists', repeated: '- ', end: 'a' },
  { name: 'opening brackets', repeated: '[' },
  { name: 'links without end', repeated: '[a](' },
  { name: 'images in images', repeated: '![', end: ']()' },
  { name: 'emphasis without end', repeated: '*a **a ' },
  { name: 'emphasis that never fits', repeated: 'a**b_c ' },
  { name: 'backticks of all lengths', repeated: '`a``b```c````d ' },
  { name: 'comments without end', repeated: '<!-- a ' },
  { name: 'tags without end', repeated: '<a href="' },
  { name: 'references that are not defined', repeated: '[a][b] ' },
  { name: 'the same long reference', start: `[a]: /${'x'.repeat(64)}\n\n`, repeated: '[a] ' },
  { name: 'a wide table', start: '|a'.repeat(64) + '\n' + '|-'.repeat(64) + '\n', repeated: '|b\n' },
  { name: 'entities', repeated: '&amp;&#35;&x' },
  { name: 'bare addresses', repeated: 'http://a.b/(c www.d.e ' },
  { name: 'e-mail addresses', repeated: 'a@b.c@d ' },
  { name: 'mentions and shortcodes', repeated: '@a :b:c: ' },
  { name: 'escapes', repeated: '\\*\\_\\`' },
];
