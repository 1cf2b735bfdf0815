/** A row of the list. */

import { Check } from 'lucide-react';
import { memo } from 'react';
import type { Row } from '../data.js';
import { Face } from './face.js';

/** How tall a row is, in pixels. */
export const ROW = 88;

const day = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
const plural = new Intl.PluralRules('en');

const AGENTS: Record<string, string> = { a1: 'Ada Byron', a2: 'Grace Hopper', a3: 'Alan Kay' };

interface Props {
  row: Row;
  index: number;
  count: number;
  open: boolean;
  onOpen(id: string): void;
}

/** Drawn again only where something about it is different. */
export const ListRow = memo(function ListRow({ row, index, count, open, onOpen }: Props) {
  const unread = row.unread > 0;
  const assignee = row.assignee && AGENTS[row.assignee];
  return (
    <div
      className={`row${unread ? ' row-unread' : ''}${open ? ' row-open' : ''}`}
      id={`row-${row.id}`}
      role="option"
      aria-selected={false}
      aria-current={open || undefined}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-conv-id={row.id}
      style={{ transform: `translateY(${index * ROW}px)` }}
      onClick={() => onOpen(row.id)}
    >
      <span className="row-face">
        <Face name={row.name} initials={row.initials} />
        <span className="pick" aria-hidden="true">
          <Check className="icon" />
        </span>
      </span>
      <span className="row-text">
        <span className="row-top">
          <span className="row-name" dir="auto">
            {row.name}
          </span>
          <time className="ago" dateTime={new Date(row.ts).toISOString()} title={full.format(row.ts)}>
            {day.format(row.ts)}
          </time>
        </span>
        <span className="row-title" dir="auto" />
        <span className="row-bottom">
          <span className="row-preview" dir="auto">
            <bdi />
            {row.preview}
          </span>
          {row.tags.map((tag) => (
            <span className="tag" dir="auto" key={tag}>
              {tag}
            </span>
          ))}
          {assignee && <Face name={assignee} />}
          {unread && (
            <>
              <span className="count" aria-hidden="true">
                {row.unread}
              </span>
              <span className="visually-hidden">
                {row.unread} unread {plural.select(row.unread) === 'one' ? 'message' : 'messages'}
              </span>
            </>
          )}
        </span>
      </span>
    </div>
  );
});
