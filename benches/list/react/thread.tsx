/** The thread: messages in a window over it, measured as they are drawn. */

import { useVirtualizer } from '@tanstack/react-virtual';
import DOMPurify from 'dompurify';
import { Check, ChevronDown, Reply } from 'lucide-react';
import { marked } from 'marked';
import { memo, useLayoutEffect, useRef } from 'react';
import type { Line } from '../data.js';
import { Face } from './face.js';

const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

/** Messages of one author within this time stand together, in milliseconds. */
const TOGETHER = 5 * 60_000;

const together = (one: Line | undefined, other: Line | undefined): boolean =>
  one !== undefined && other !== undefined && one.mine === other.mine && other.ts - one.ts < TOGETHER;

interface Props {
  line: Line;
  first: boolean;
  last: boolean;
}

const Message = memo(function Message({ line, first, last }: Props) {
  const html = DOMPurify.sanitize(marked.parse(line.text, { async: false }));
  const side = line.mine ? 'own' : 'other';
  return (
    <div
      className="message"
      data-side={side}
      data-kind="message"
      data-first={first ? '' : undefined}
      data-last={last ? '' : undefined}
      data-state={line.mine ? 'sent' : undefined}
    >
      {!line.mine && <span className="message-face">{last && <Face name={line.author} />}</span>}
      <div className="message-body">
        <p className={first ? 'message-author' : 'message-author visually-hidden'}>
          <bdi>{line.mine ? 'You' : line.author}</bdi>
        </p>
        <div className="bubble-frame">
          <div className="bubble">
            <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
          </div>
          <div className="message-tools" role="toolbar" aria-label="Message actions">
            <button
              type="button"
              className="icon-button message-tool"
              tabIndex={-1}
              aria-label="Reply to this message"
              title="Reply to this message"
            >
              <Reply className="icon icon-directed" />
            </button>
          </div>
        </div>
        <p className={last ? 'message-meta' : 'message-meta visually-hidden'}>
          <time dateTime={new Date(line.ts).toISOString()} title={full.format(line.ts)}>
            {clock.format(line.ts)}
          </time>
          {line.mine && (
            <span className="state" data-state="sent">
              <Check className="icon" />
              <span className="state-text">Sent</span>
            </span>
          )}
        </p>
      </div>
    </div>
  );
});

/** See the top of this file. */
export function Thread({ lines }: { lines: Line[] }) {
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
    <div className="thread-frame">
      <div className="thread" tabIndex={0} role="region" aria-label="Messages" data-scroller="thread" ref={scroller}>
        <ol
          className="lines"
          role="list"
          style={{ flex: 'none', display: 'block', height: virtual.getTotalSize(), position: 'relative' }}
        >
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return (
              line && (
                <li
                  className="line"
                  key={item.key}
                  data-index={item.index}
                  data-msg-id={line.id}
                  aria-posinset={item.index + 1}
                  aria-setsize={lines.length}
                  ref={virtual.measureElement}
                  style={{ position: 'absolute', insetInline: 0, transform: `translateY(${item.start}px)` }}
                >
                  <Message
                    line={line}
                    first={!together(lines[item.index - 1], line)}
                    last={!together(line, lines[item.index + 1])}
                  />
                </li>
              )
            );
          })}
        </ol>
      </div>
      <button type="button" className="to-latest to-latest-hidden" tabIndex={-1} aria-hidden="true">
        <ChevronDown className="icon" />
        <span>Jump to latest</span>
      </button>
    </div>
  );
}
