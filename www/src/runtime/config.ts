/** Turns what a page says, loosely, in attributes and properties into what the widget wants to hear. */

import type { Configured, WidgetConfig } from '../internal.js';

/** The configuration of `element` as it is now. Without an endpoint it is the page's own, wherever a base leads. */
export function configOf(element: Configured): WidgetConfig {
  const { endpoint, dialect, organisation, token, theme, strings } = element;
  return {
    endpoint: new URL(endpoint || '/', endpoint || location.origin === 'null' ? element.baseURI : location.origin).href,
    dialect,
    organisation,
    token,
    lang: element.inherited('lang'),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    dir: element.inherited('dir'),
    open: element.hasAttribute('open'),
    strings,
  };
}
