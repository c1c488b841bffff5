// Vietnamese: the language of the office. Its shape is the shape of every other language.

import { changes } from './vi/changes';
import { committee } from './vi/committee';
import { decisions } from './vi/decisions';
import { settings } from './vi/desk';
import { directory } from './vi/directory';
import { door, keys } from './vi/door';
import { findings } from './vi/findings';
import { frame } from './vi/frame';
import { importing } from './vi/importing';
import { load } from './vi/load';
import { printing } from './vi/printing';
import { record } from './vi/record';
import { refusals } from './vi/refusals';
import { timeline } from './vi/timeline';

export const vi = {
  ...frame,
  changes,
  committee,
  decisions,
  directory,
  door,
  findings,
  importing,
  keys,
  load,
  printing,
  record,
  settings,
  refusals,
  timeline,
};

export type Messages = typeof vi;
