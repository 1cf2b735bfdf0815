/** Nodes and style sheets without a line of HTML: pages that embed us forbid strings that become markup. */

const SVG = 'http://www.w3.org/2000/svg';

type Child = Node | string;

function filled<Kind extends Element>(element: Kind, attributes: Record<string, string>, children: Child[]): Kind {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * An HTML element. Its part, by which pages style it, is its id as well, by which we do: one of a
 * kind in its shadow root, and out of the way of the widgets' classes.
 */
export function part<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), { part: name, id: name, ...attributes }, children);
}

/** A decorative icon of 24 by 24 units, drawn as one path. */
export function icon(name: string, path: string): SVGElement {
  const shape = filled(document.createElementNS(SVG, 'path'), { d: path }, []);
  return filled(document.createElementNS(SVG, 'svg'), { viewBox: '0 0 24 24', id: name, 'aria-hidden': 'true' }, [
    shape,
  ]);
}

const sheets = new Map<string, CSSStyleSheet>();

/** The constructed style sheet of `css`, made once and shared by all shadow roots. */
export function sheet(css: string): CSSStyleSheet {
  let made = sheets.get(css);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return made;
}

/** Gives `element` properties that are nothing but its attributes; empty where there is none. */
export function reflect(element: abstract new () => HTMLElement, ...names: string[]): void {
  for (const name of names) {
    Object.defineProperty(element.prototype, name, {
      get(this: HTMLElement) {
        return this.getAttribute(name) ?? '';
      },
      set(this: HTMLElement, value: string) {
        this.setAttribute(name, value);
      },
    });
  }
}
