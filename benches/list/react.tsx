/**
 * The same content by React and TanStack Virtual, written as their documentation has it: rows and
 * messages memoised, the list windowed with rows of one height, the thread with measured ones.
 */

import { useVirtualizer } from '@tanstack/react-virtual';
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import styles from '../../www/styles/desk.css?inline';
import type { Arrival, Line, Row } from './data.js';
import type { Subject } from './subject.js';

const ROW = 88;

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit' });

interface RowProps {
  row: Row;
  index: number;
  count: number;
  open: boolean;
  onOpen(id: string): void;
}

function Face({ initials, hue }: { initials: string; hue: number }) {
  return (
    <span className="avatar" aria-hidden="true" style={{ background: `hsl(${hue} 60% 40%)` }}>
      {initials}
    </span>
  );
}

const ListRow = memo(function ListRow({ row, index, count, open, onOpen }: RowProps) {
  const unread = row.unread > 0;
  return (
    <div
      className={`row${unread ? ' row-unread' : ''}${open ? ' row-open' : ''}`}
      role="option"
      aria-selected={open}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-conv-id={row.id}
      style={{ transform: `translateY(${index * ROW}px)` }}
      onClick={() => onOpen(row.id)}
    >
      <span className="row-face">
        <Face initials={row.initials} hue={row.hue} />
      </span>
      <span className="row-text">
        <span className="row-top">
          <span className="row-name">{row.name}</span>
          <time className="row-time">{clock.format(row.ts)}</time>
        </span>
        <span className="row-title">{row.channel}</span>
        <span className="row-bottom">
          <span className="row-preview">{row.preview}</span>
          {row.tags.map((tag) => (
            <span className="tag" key={tag}>
              {tag}
            </span>
          ))}
          {row.assignee && <Face initials={row.assignee} hue={200} />}
          {unread && <span className="count">{row.unread}</span>}
        </span>
      </span>
    </div>
  );
});

const Message = memo(function Message({ line }: { line: Line }) {
  const html = DOMPurify.sanitize(marked.parse(line.text, { async: false }));
  return (
    <div className={`message${line.mine ? ' message-own' : ''}`} data-msg-id={line.id}>
      <div className="message-head">
        <span>{line.author}</span> <time>{clock.format(line.ts)}</time>
      </div>
      <div className="bubble" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
});

function Thread({ lines }: { lines: Line[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 72,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 6,
  });
  // What stands at the end is measured once it is there, so that the end is only then where it is.
  useLayoutEffect(() => {
    let frame = 0;
    const toEnd = (times: number): void => {
      if (lines.length > 0) virtual.scrollToIndex(lines.length - 1, { align: 'end' });
      if (times > 0) frame = requestAnimationFrame(() => toEnd(times - 1));
    };
    toEnd(10);
    return () => cancelAnimationFrame(frame);
  }, [lines, virtual]);
  return (
    <div className="thread" data-scroller="thread" ref={scroller} style={{ overflow: 'auto', minHeight: 0 }}>
      <div style={{ flex: 'none', height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return (
            <div
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${item.start}px)` }}
            >
              {line && <Message line={line} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Composer() {
  const [text, setText] = useState('');
  return <textarea className="composer-field" value={text} onChange={(event) => setText(event.target.value)} />;
}

/** What the buttons of the page do; set by {@link Inbox} once it is there. */
interface Hands {
  push(arrivals: Arrival[]): void;
  open(id: string, lines: Line[]): void;
}

function Inbox({ rows: first, hands }: { rows: Row[]; hands: { current: Hands | undefined } }) {
  const [rows, setRows] = useState(first);
  const [open, setOpen] = useState<{ id: string; lines: Line[] }>();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  useEffect(() => {
    hands.current = {
      push(arrivals) {
        for (const { convId, text, ts } of arrivals) {
          setRows((before) => {
            const at = before.findIndex((row) => row.id === convId);
            const row = before[at];
            if (!row) return before;
            const after = before.slice();
            after.splice(at, 1);
            after.unshift({ ...row, preview: text, ts, unread: row.unread + 1 });
            return after;
          });
        }
      },
      open: (id, lines) => setOpen({ id, lines }),
    };
  }, [hands]);
  const choose = useCallback((id: string) => setOpen({ id, lines: [] }), []);
  return (
    <div className="desk" style={{ display: 'grid', gridTemplateColumns: '364px 1fr', blockSize: 800, ...{ '--row-height': `${ROW}px` } }}>
      <div className="list" style={{ position: 'static', minHeight: 0 }}>
        <div
          className="window"
          role="listbox"
          tabIndex={0}
          ref={scroller}
          data-scroller="inbox"
          style={{ overflow: 'auto', blockSize: 800 }}
        >
          <div style={{ flex: 'none', height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return (
                row && (
                  <ListRow
                    key={item.key}
                    row={row}
                    index={item.index}
                    count={rows.length}
                    open={row.id === open?.id}
                    onOpen={choose}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      <div style={{ display: 'grid', gridTemplateRows: 'minmax(0, 1fr) auto', minHeight: 0, blockSize: 800 }}>
        {open && <Thread key={open.id} lines={open.lines} />}
        {open && <Composer />}
      </div>
    </div>
  );
}

/** See the top of this file. */
export function react(): Subject {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  let data: { rows: Row[]; thread: Line[] } = { rows: [], thread: [] };
  let root: Root | undefined;
  let shadow: ShadowRoot | undefined;
  const hands: { current: Hands | undefined } = { current: undefined };
  return {
    prepare(conversations, thread, count) {
      const rows = JSON.parse(conversations) as Row[];
      data = { rows: rows.slice(0, count), thread: JSON.parse(thread) as Line[] };
      return Promise.resolve();
    },
    mount(place) {
      const host = place.appendChild(document.createElement('div'));
      host.style.cssText = 'display: block; block-size: 800px';
      shadow = host.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      root = createRoot(shadow.appendChild(document.createElement('div')));
      root.render(<Inbox rows={data.rows} hands={hands} />);
    },
    push: (arrivals) => hands.current?.push(JSON.parse(arrivals) as Arrival[]),
    openThread: (id, count) => hands.current?.open(id, data.thread.slice(-count)),
    unmount() {
      root?.unmount();
      shadow?.host.remove();
      shadow = undefined;
    },
    tree: () => shadow ?? document,
  };
}
