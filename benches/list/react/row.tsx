/** A row of the list. */

import { Check, Flag } from 'lucide-react';
import { memo } from 'react';
import { AGENTS, type Conversation, type Person } from '../wire.js';
import { Channel } from './channel.js';
import { Face } from './face.js';

/** How tall a row is, in pixels. */
export const ROW = 88;

const day = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
const plural = new Intl.PluralRules('en');

/** Whose conversation it is. */
export function contact(row: Conversation): Person {
  return row.inbox.people[0] ?? row.inbox.preview.author;
}

interface Props {
  row: Conversation;
  index: number;
  count: number;
  open: boolean;
  onOpen(id: string): void;
}

/** Drawn again only where something about it is different. */
export const ListRow = memo(function ListRow({ row, index, count, open, onOpen }: Props) {
  const { preview, unread: waiting } = row.inbox;
  const unread = waiting > 0;
  const { name } = contact(row);
  const at = new Date(row.lastActivityAt);
  const assignee = AGENTS.find((agent) => agent.id === row.adminAssigneeId);
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
        <Face name={name} />
        <span className="pick" aria-hidden="true">
          <Check className="icon" />
        </span>
      </span>
      <span className="row-text">
        <span className="row-top">
          <span className="row-name" dir="auto">
            {name}
          </span>
          {row.priority && (
            <span className="row-priority" title="Priority">
              <Flag className="icon" />
              <span className="visually-hidden">Priority</span>
            </span>
          )}
          <Channel name={row.source.channel} />
          <time className="ago" dateTime={at.toISOString()} title={full.format(at)}>
            {day.format(at)}
          </time>
        </span>
        <span className="row-title" dir="auto">
          {row.title}
        </span>
        <span className="row-bottom">
          <span className="row-preview" dir="auto">
            <bdi />
            {preview.text}
          </span>
          {row.tags.map((tag) => (
            <span className="tag" dir="auto" key={tag.id}>
              {tag.name}
            </span>
          ))}
          {assignee && (
            <span
              className="row-owner"
              role="img"
              aria-label={`Assignee: ${assignee.name}`}
              title={`Assignee: ${assignee.name}`}
            >
              <Face name={assignee.name} />
            </span>
          )}
          {unread && (
            <>
              <span className="count" aria-hidden="true">
                {waiting}
              </span>
              <span className="visually-hidden">
                {waiting} unread {plural.select(waiting) === 'one' ? 'message' : 'messages'}
              </span>
            </>
          )}
        </span>
      </span>
    </div>
  );
});
