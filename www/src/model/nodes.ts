/**
 * Nodes from the HTML that the module writes. It is well-formed and has nothing but plain tags, double
 * quotes and four escapes, so reading it takes a few lines; what is not like that becomes text.
 */

const ESCAPES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Elements without content. */
const VOID = /^(br|hr|img|input)$/;

const plain = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot);/g, (one) => ESCAPES[one] ?? one) : text;

/** The nodes of `html`, which {@link renderMarkdown} has written. */
export function build(html: string, document: Document): DocumentFragment {
  const root = document.createDocumentFragment();
  let parent: ParentNode & Node = root;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) parent.appendChild(document.createTextNode(plain(html.slice(at, end))));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (html[open + 1] === '/') {
      parent = parent.parentNode ?? root;
    } else {
      const element = start(html.slice(open + 1, close), document);
      parent.appendChild(element);
      if (!VOID.test(element.localName)) parent = element;
    }
    at = close + 1;
  }
  return root;
}

/** The element of a tag: `a href="/b" title="c"`, or `br /`. */
function start(tag: string, document: Document): HTMLElement {
  const space = tag.indexOf(' ');
  if (space < 0) return document.createElement(tag);
  const element = document.createElement(tag.slice(0, space));
  for (const [, name = '', value = ''] of tag.slice(space).matchAll(/([a-z]+)="([^"]*)"/g)) {
    element.setAttribute(name, plain(value));
  }
  return element;
}
