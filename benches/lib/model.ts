/** `dist/model.js` as it is published, which run.mjs puts beside the page. */

import type * as Model from '../../www/src/model/index.js';

// By a variable, so that it is loaded and not made part of the page.
const address = './model.js';

export const model = (await import(/* @vite-ignore */ address)) as typeof Model;
