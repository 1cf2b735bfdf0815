/** `dist/model.js` as it is published, started. */

import type * as Model from '../../www/src/model/index.js';

const address = new URL('../../dist/model.js', import.meta.url).href;

export const model = (await import(/* @vite-ignore */ address)) as typeof Model;

await model.init();
