import { changes } from './en/changes';
import { committee } from './en/committee';
import { decisions } from './en/decisions';
import { settings } from './en/desk';
import { directory } from './en/directory';
import { door, keys } from './en/door';
import { findings } from './en/findings';
import { frame } from './en/frame';
import { importing } from './en/importing';
import { load } from './en/load';
import { printing } from './en/printing';
import { record } from './en/record';
import { refusals } from './en/refusals';
import { timeline } from './en/timeline';
import type { Messages } from './vi';

export const en: Messages = {
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
