/** Inputs that are made to be hard: the same with which the parser's own tests count its work. */

import families from '../../crates/model/tests/markdown_families.json';

/** One way to make a parser work: something at the start, something repeated, something in the middle, and its end. */
export interface Family {
  name: string;
  once: string;
  open: string;
  middle: string;
  close: string;
}

export const FAMILIES: readonly Family[] = families;

/** A text of a family of about so many bytes. */
export function grown({ once, open, middle, close }: Family, bytes: number): string {
  const times = Math.max(1, Math.floor((bytes - once.length - middle.length) / (open.length + close.length)));
  return once + open.repeat(times) + middle + close.repeat(times);
}
