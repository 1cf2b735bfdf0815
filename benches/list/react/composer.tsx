/** The reply: a field that grows with what is written, and what stands around it. */

import {
  ArrowUp,
  Bold,
  ChevronDown,
  Code,
  Eye,
  Italic,
  Link,
  List,
  ListOrdered,
  Lock,
  MessageCircle,
  Strikethrough,
  TextQuote,
} from 'lucide-react';
import { memo, useLayoutEffect, useRef, useState } from 'react';

const FORMATS = [
  ['Bold', Bold],
  ['Italic', Italic],
  ['Strikethrough', Strikethrough],
  ['Code', Code],
  ['Link', Link],
  ['Quote', TextQuote],
  ['Bulleted list', List],
  ['Numbered list', ListOrdered],
  ['Preview', Eye],
] as const;

const Formats = memo(function Formats() {
  return (
    <div className="formats" role="toolbar" aria-label="Formatting">
      {FORMATS.map(([name, Icon], at) => (
        <button
          key={name}
          type="button"
          className="icon-button format"
          tabIndex={at === 0 ? 0 : -1}
          aria-label={name}
          title={name}
        >
          <Icon className="icon" />
        </button>
      ))}
    </div>
  );
});

const TALLEST = 240;

/** See the top of this file. */
export function Composer({ to }: { to: string }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const style = field.current?.style;
    if (!field.current || !style) return;
    style.height = 'auto';
    style.height = `${Math.min(field.current.scrollHeight, TALLEST)}px`;
  }, [text]);
  return (
    <div className="reply">
      <div className="reply-head">
        <div className="segments composer-modes">
          <button type="button" className="segment" aria-pressed="true">
            <MessageCircle className="icon" />
            Reply
          </button>
          <button type="button" className="segment" aria-pressed="false">
            <Lock className="icon" />
            Note
          </button>
        </div>
      </div>
      <form className="composer">
        <div className="composer-box">
          <Formats />
          <div className="composer-line">
            <textarea
              className="composer-field"
              rows={1}
              dir="auto"
              aria-label={`Reply to ${to}…`}
              placeholder={`Reply to ${to}…`}
              ref={field}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <div className="send-split">
              <button type="submit" className="send" disabled={text.trim() === ''}>
                <ArrowUp className="icon" />
                <span className="send-label">Send reply</span>
              </button>
              <div className="send-more">
                <div className="menu-root">
                  <button type="button" className="button" aria-haspopup="menu" aria-label="More ways to send">
                    <ChevronDown className="icon" />
                  </button>
                </div>
              </div>
            </div>
          </div>
        </div>
      </form>
    </div>
  );
}
