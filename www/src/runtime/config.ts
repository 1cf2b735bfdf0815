/** Turns what a page says, loosely, in attributes and properties into what the widget wants to hear. */

import type { Configured, WidgetConfig } from '../internal.js';

/** The configuration of `element` as it is now. */
export function configOf(element: Configured): WidgetConfig {
  const { endpoint, dialect, organisation, token, theme, strings } = element;
  return {
    endpoint: new URL(endpoint || '/', element.baseURI).href,
    dialect,
    organisation,
    token,
    lang: inherited(element, 'lang'),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    dir: inherited(element, 'dir'),
    open: element.hasAttribute('open'),
    strings,
  };
}

/** The nearest value of an attribute that counts for everything inside. */
function inherited(element: Element, name: 'lang' | 'dir'): string {
  return element.closest(`[${name}]`)?.getAttribute(name) ?? '';
}
