// Vietnamese: the language of the office. Its shape is the shape of every other language.

import { committee } from './vi/committee';
import { decisions } from './vi/decisions';
import { printing, settings } from './vi/desk';
import { frame } from './vi/frame';
import { importing } from './vi/importing';
import { refusals } from './vi/refusals';

export const vi = { ...frame, committee, decisions, importing, printing, settings, refusals };

export type Messages = typeof vi;
