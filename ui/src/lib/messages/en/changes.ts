import { shown } from '$lib/dates';
import type { changes as vi } from '../vi/changes';
import { paper } from './paper';

const list = (numbers: readonly string[]) => numbers.map(paper).join(', ');

export const changes: typeof vi = {
  from: 'Compare',
  to: 'with',
  quick: 'Quick choice',
  around: (numbers) => `before and after ${list(numbers)}`,
  aroundOn: (numbers, date) => `before and after ${list(numbers)}, ${shown(date)}`,
  year: 'a year ago with the date shown',
  free: 'any two days',
  badDay: 'Write day/month/year, such as 21/4/2016.',
  days: (from, to) => `From ${shown(from)} to ${shown(to)}`,
  heads: (before, after) => {
    if (before === null && after === null) return 'composition not known on either day';
    if (before === after) return `still ${after ?? 0} ${after === 1 ? 'member' : 'members'}`;
    if (after === null) return `${before} ${before === 1 ? 'member' : 'members'} → not known`;
    return `${before ?? 'not known'} → ${after} members`;
  },
  state: { not_yet: 'not founded yet', active: 'at work', suspended: 'suspended', ended: 'ended' },
  states: (from, before, to, after) => `On ${shown(from)} ${before}; on ${shown(to)} ${after}.`,
  stateBoth: (state) => `On both days ${state}.`,
  renamed: (before, after) => `Renamed: before “${before}”, now “${after}”.`,
  unknown: (dates) =>
    dates.length > 1
      ? 'The composition is not known on either day: nobody can tell who came, left or stayed.'
      : `The composition of ${dates.map(shown).join()} is not known: nobody can tell who came and who stayed.`,
  unknownAlone: (date) => `The composition of ${shown(date)} is not known: the register cannot tell who the members are.`,
  unknownWay: 'Once you have the full text of the decision, read it in: this comparison will then be whole.',
  there: (date) => `There on ${shown(date)}`,
  joined: 'Joined',
  left: 'Left',
  changed: 'Changed role',
  vacated: 'Left empty',
  comes: (role, invited) => (invited ? 'invited to take part' : `as ${role ?? 'member'}`),
  goes: (role, invited) => (invited ? 'no longer invited' : `no longer ${role ?? 'member'}`),
  becomes: (from, to) => `from ${from} to ${to}`,
  empties: (role) => `no longer in the seat of ${role ?? 'member'}; the seat is empty`,
  member: 'member',
  guest: 'guest',
  theSeat: (who) => `Show the seat: ${who}`,
  columns: { who: 'Who', what: 'Change', basis: 'Basis' },
  none: (date, other) => `Nobody came and nobody left from ${shown(date)} to ${shown(other)}.`,
  noneWay: 'Duties, standing agencies or the term may still have changed: the decision tells. Or compare other days:',
  noneHere: 'Nobody came and nobody left.',
  tryDecision: (number) => `Before and after ${paper(number)}`,
  tryYear: 'A year ago',
  nothing: (date) => `The register has no decision on this committee up to ${shown(date)}.`,
  subBodies: 'Sub-bodies',
  seat: {
    title: 'Over time',
    holders: 'Holders',
    noHolder: 'The register knows no name of anybody in this seat.',
    until: (from, to) => `${shown(from)} – ${to === null ? 'now' : `before ${shown(to)}`}`,
    ended: 'until',
    member: 'Member',
  },
};
