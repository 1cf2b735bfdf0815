/** What stands around the list and the thread. */

import {
  ArrowDownUp,
  Bookmark,
  Check,
  ChevronDown,
  Clock,
  Ellipsis,
  Flag,
  Inbox,
  Info,
  Mail,
  Moon,
  Plus,
  Search,
  Star,
  Tag,
  User,
  Users,
} from 'lucide-react';
import { memo } from 'react';
import { AGENTS, type Conversation } from '../wire.js';
import { channelWord } from './channel.js';
import { Face } from './face.js';
import { contact } from './row.js';

const VIEWS = [
  ['All', Inbox],
  ['Assigned to me', User],
  ['Unassigned', Users],
  ['Starred', Star],
] as const;

/** The views, at the side. */
export const Views = memo(function Views() {
  return (
    <nav className="views" aria-label="Inbox">
      <p className="views-workspace">Benchmark</p>
      <ul className="views-all" role="list">
        {VIEWS.map(([name, Icon], at) => (
          <li key={name}>
            <button type="button" className="view" aria-current={at === 0 || undefined}>
              <Icon className="icon" />
              <span className="view-name">{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="views-saved">
        <h3>Saved views</h3>
        <button type="button" className="icon-button view-add" aria-label="Save what is shown as a view">
          <Plus className="icon" />
        </button>
      </div>
      <ul className="views-own" role="list" aria-label="Saved views" />
      <button type="button" className="view views-all-of">
        <Bookmark className="icon" />
        <span className="view-name">All views</span>
      </button>
      <button type="button" className="views-me" aria-label="Ada Byron: settings">
        <Face name="Ada Byron" />
        <span className="views-name">Ada Byron</span>
        <Ellipsis className="icon" />
      </button>
    </nav>
  );
});

/** Search, order and filter, above the list. */
export const ListHead = memo(function ListHead() {
  return (
    <>
      <div className="list-head">
        <div className="search" role="search">
          <Search className="icon" />
          <input
            type="text"
            className="search-field"
            aria-label="Search conversations"
            placeholder="Search conversations"
          />
        </div>
        <div className="menu-plain sort">
          <div className="menu-root">
            <button type="button" className="button" aria-label="Sorted by: Newest">
              <ArrowDownUp className="icon" />
              <ChevronDown className="icon" />
            </button>
          </div>
        </div>
      </div>
      <div className="filter">
        <div className="segments" role="group" aria-label="State">
          {['Open', 'Snoozed', 'Closed', 'All'].map((name, at) => (
            <button type="button" className="segment" aria-pressed={at === 0} key={name}>
              {name}
            </button>
          ))}
        </div>
        <button type="button" className="toggle" aria-pressed="false">
          <Mail className="icon" />
          <span className="toggle-name">Unread</span>
        </button>
      </div>
    </>
  );
});

const MENUS = [
  ['Nobody', User],
  ['No priority', Flag],
  ['Snooze', Moon],
] as const;

/** Who it is with, and what can be done. */
export const ThreadHead = memo(function ThreadHead({ row }: { row: Conversation }) {
  return (
    <header className="thread-head">
      <Face name={contact(row).name} />
      <div className="thread-who">
        <h2 className="thread-title" dir="auto">
          {contact(row).name}
        </h2>
        <div className="thread-line">
          <p className="thread-subject quiet">{row.title}</p>
        </div>
      </div>
      <div className="thread-actions">
        <button type="button" className="icon-button star" aria-label="Add a star">
          <Star className="icon" />
        </button>
        {MENUS.map(([name, Icon]) => (
          <div className="menu-root" key={name}>
            <button type="button" className="button" aria-haspopup="menu" aria-label={name}>
              <Icon className="icon" />
              <span className="button-text">{name}</span>
              <ChevronDown className="icon" />
            </button>
          </div>
        ))}
        <button type="button" className="button button-strong" aria-label="Close">
          <Check className="icon" />
          <span className="button-text">Close</span>
        </button>
        <button type="button" className="icon-button details-toggle" aria-label="Details">
          <Info className="icon" />
        </button>
      </div>
    </header>
  );
});

const languages = new Intl.DisplayNames('en', { type: 'language' });
const short = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

/** What is known about the conversation. */
export const Details = memo(function Details({ row }: { row: Conversation }) {
  const { handling } = row.inbox;
  return (
    <aside className="details" aria-label="Details">
      <div className="details-who">
        <Face name={contact(row).name} />
        <h3 className="details-name" dir="auto">
          {contact(row).name}
        </h3>
        <p className="quiet">{contact(row).email}</p>
      </div>
      <dl className="facts">
        {[
          ['State', 'Open'],
          ['Assignee', AGENTS.find((agent) => agent.id === row.adminAssigneeId)?.name ?? 'Nobody'],
          ['Channel', channelWord(row.source.channel)],
          ['Language', languages.of(row.userPreferredLanguage)],
          ['Started', full.format(new Date(row.createdAt))],
        ].map(([name, value]) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="details-section">
        <h4 className="details-title">
          <Clock className="icon" />
          Response times
        </h4>
        <dl className="facts">
          <div className="fact">
            <dt>First answer</dt>
            <dd>{short.format(handling.sla.first_response_at)}</dd>
          </div>
        </dl>
      </section>
      <section className="details-section">
        <h4 className="details-title">
          <Tag className="icon" />
          Tags
        </h4>
        <p className="quiet">{row.tags.map((tag) => tag.name).join(', ') || 'No tags'}</p>
      </section>
      <section className="details-section">
        <h4 className="details-title">
          <Inbox className="icon" />
          Entry points
        </h4>
        <ul role="list">
          {handling.entry_points.map((point) => (
            <li key={point.id}>
              <p>{point.channel}</p>
              <p className="quiet">{point.adapter}</p>
              <p className="quiet">Since {short.format(point.created_at)}</p>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
});
