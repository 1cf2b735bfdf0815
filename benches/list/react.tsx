/**
 * The same content by React and TanStack Virtual, in the desk's own elements and styles, written as
 * their documentation has it: rows and messages memoised, the list windowed with rows of one height,
 * the thread with measured ones. What the server said is kept whole, as it came, also what no row shows:
 * so its memory is that of a page that does not choose. What the buttons of the desk do is left out.
 */

import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import styles from '../../www/styles/desk.css?inline';
import type { Arrival, Line } from './data.js';
import { Details, ListHead, ThreadHead, Views } from './react/around.js';
import { Composer } from './react/composer.js';
import { contact, ListRow, ROW } from './react/row.js';
import { Thread } from './react/thread.js';
import type { Subject } from './subject.js';
import type { Conversation } from './wire.js';

/** What is done from outside; set by {@link Inbox} once it is there. */
interface Hands {
  push(arrivals: Arrival[]): void;
  open(id: string, lines: Line[]): void;
}

const NONE: Line[] = [];

const HEIGHT = { '--row-height': `${ROW}px` } as CSSProperties;

function arrived(rows: Conversation[], { convId, text, ts }: Arrival): Conversation[] {
  const at = rows.findIndex((row) => row.id === convId);
  const row = rows[at];
  if (!row) return rows;
  const after = rows.slice();
  after.splice(at, 1);
  const { inbox } = row;
  after.unshift({
    ...row,
    lastActivityAt: new Date(ts).toISOString(),
    inbox: { ...inbox, preview: { ...inbox.preview, text, at: ts }, unread: inbox.unread + 1 },
  });
  return after;
}

function Inbox({ rows: first, hands }: { rows: Conversation[]; hands: { current: Hands | undefined } }) {
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
        for (const arrival of arrivals) setRows((before) => arrived(before, arrival));
      },
      open: (id, lines) => setOpen({ id, lines }),
    };
  }, [hands]);
  const choose = useCallback((id: string) => setOpen({ id, lines: NONE }), []);
  const current = open && rows.find((row) => row.id === open.id);
  return (
    <div
      className={current ? 'desk desk-reading' : 'desk'}
      data-theme="system"
      dir="ltr"
      lang="en"
      style={HEIGHT}
    >
      <Views />
      <section className="list" aria-label="Conversations">
        <ListHead />
        <div className="list-frame">
          <div
            className="window"
            role="listbox"
            tabIndex={0}
            aria-label="Conversations"
            ref={scroller}
            data-scroller="inbox"
          >
            <div className="window-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
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
      </section>
      {current ? (
        <>
          <section className="reading" aria-label="Conversation">
            <ThreadHead row={current} />
            <Thread key={current.id} lines={open.lines} />
            <Composer key={`to ${current.id}`} to={contact(current).name} />
          </section>
          <Details row={current} />
        </>
      ) : (
        <section className="reading" aria-label="Conversation" />
      )}
    </div>
  );
}

/** See the top of this file. */
export function react(): Subject {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  let data: { rows: Conversation[]; thread: Line[] } = { rows: [], thread: [] };
  let root: Root | undefined;
  let shadow: ShadowRoot | undefined;
  const hands: { current: Hands | undefined } = { current: undefined };
  return {
    prepare(pages, thread) {
      const rows = pages.flatMap((page) => (JSON.parse(page) as { data: Conversation[] }).data);
      data = { rows, thread: JSON.parse(thread) as Line[] };
      return Promise.resolve();
    },
    mount(place) {
      const host = place.appendChild(document.createElement('div'));
      host.style.cssText = 'display: block; block-size: 800px';
      shadow = host.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      const inside = shadow.appendChild(document.createElement('div'));
      inside.style.cssText = 'display: grid; block-size: 800px';
      root = createRoot(inside);
      root.render(<Inbox rows={data.rows} hands={hands} />);
    },
    push: (arrivals) => hands.current?.push(JSON.parse(arrivals) as Arrival[]),
    openThread: (id, count) => hands.current?.open(id, data.thread.slice(-count)),
    unmount() {
      root?.unmount();
      shadow?.host.remove();
      shadow = undefined;
    },
    bytes: () => 0,
    tree: () => shadow ?? document,
  };
}
