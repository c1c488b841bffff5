import { committee } from './en/committee';
import { decisions } from './en/decisions';
import { printing, settings } from './en/desk';
import { directory } from './en/directory';
import { door, keys } from './en/door';
import { frame } from './en/frame';
import { importing } from './en/importing';
import { record } from './en/record';
import { refusals } from './en/refusals';
import type { Messages } from './vi';

export const en: Messages = {
  ...frame,
  committee,
  decisions,
  directory,
  door,
  importing,
  keys,
  printing,
  record,
  settings,
  refusals,
};
