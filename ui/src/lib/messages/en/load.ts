import { shown } from '$lib/dates';
import type { load as vi } from '../vi/load';

export const load: typeof vi = {
  tabs: { label: 'View', directory: 'Organizations, people', load: 'Seats by person' },
  lead: (people, posts, committees, date) =>
    `${people} ${people === 1 ? 'person' : 'people'}${posts > 0 ? ` and ${posts} ${posts === 1 ? 'post' : 'posts'} without a known holder` : ''} in ${committees} ${committees === 1 ? 'committee' : 'committees'}, as of ${shown(date)}`,
  label: 'Who sits in which committee',
  who: 'Who',
  committees: 'Seats in',
  chairs: 'At the head',
  unknown: 'holder not known',
  sort: 'Order by',
  sorts: { load: 'load', name: 'name' },
  most: 'Bold above',
  mostUnit: 'committees',
  many: (count) => `sits in more than ${count} committees`,
  filter: 'Filter by name or post',
  filterHint: 'Person or post',
  legend: 'Abbreviations',
  invited: 'inv.',
  invitedWhole: 'invited',
  member: 'Member',
  open: (who, committee, role) => `${role}, ${who}, ${committee}`,
  shownOf: (shownRows, all) => `${shownRows} of ${all} rows`,
  noMatch: (text) => `No name or post contains “${text}”.`,
  none: (date) => `Nobody sits in any committee on ${shown(date)}.`,
  noneWay: 'Choose another date on the time strip, or read in a decision that lists its members.',
};
