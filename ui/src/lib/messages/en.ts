import { committee } from './en/committee';
import { decisions } from './en/decisions';
import { printing, settings } from './en/desk';
import { frame } from './en/frame';
import { importing } from './en/importing';
import { refusals } from './en/refusals';
import type { Messages } from './vi';

export const en: Messages = { ...frame, committee, decisions, importing, printing, settings, refusals };
