/**
 * `inbox-widgets/auto`: registers both elements as it loads. The file to point a script tag at, and
 * small, because pages wait for it; everything else is loaded when it is wanted.
 */

import { defineDesk } from './elements/desk.js';
import { defineMessenger } from './elements/messenger.js';

defineMessenger();
defineDesk();
