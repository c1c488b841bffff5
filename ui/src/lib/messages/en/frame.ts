import { shown } from '$lib/dates';
import type { frame as vi } from '../vi/frame';

export const frame: typeof vi = {
  product: 'Kiện Toàn',
  rail: {
    label: 'Parts of the register',
    committees: 'Committees',
    decisions: 'Decisions',
    directory: 'People and posts',
    findings: 'To look at',
    found: (count) => (count === 1 ? '1 place' : `${count} places`),
    inTray: (count) => (count === 1 ? '1 paper in the tray' : `${count} papers in the tray`),
    import: 'Read a paper',
    print: 'Print',
    settings: 'Settings',
    sample: 'Sample register',
    entries: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`,
  },
  date: {
    asOf: 'As of',
    previous: 'Previous',
    previousTitle: (number, date) => `Back to ${shown(date)}: ${number}`,
    next: 'Next',
    nextTitle: (number, date) => `On to ${shown(date)}: ${number}`,
    noPrevious: 'The register has no decision before this date',
    noNext: 'The register has no decision after this date',
    today: 'Today',
    invalid: (text) => `“${text}” is not a date. Write day/month/year, such as 21/4/2016.`,
  },
  strip: {
    label: 'Time strip: drag, or use the arrow keys, to choose the date',
    value: (date, inForce) =>
      `${shown(date)}; ${inForce.length === 0 ? 'no decision in force yet' : `in force: ${inForce.join(', ')}`}`,
    whole: 'Whole register',
    point: (number, date) => `${number}, in force from ${shown(date)}`,
    bar: (number, from, to) =>
      `${number}: in force from ${shown(from)}${to === null ? '' : ` until the day before ${shown(to)}`}`,
    tick: (what, date) => `${shown(date)}: ${what}`,
  },
  search: {
    label: 'Search the register',
    hint: 'Find a person, post, decision',
    keys: 'Ctrl K',
    none: (text, date) => `“${text}” was not found in the register as of ${shown(date)}.`,
    count: (count) => `${count} results`,
    kinds: {
      committee: 'Committee',
      person: 'Person',
      seat: 'Seat',
      organization: 'Organization',
      post: 'Post',
      decision: 'Decision',
    },
  },
  close: 'Close',
  again: 'Try again',
  waiting: 'Reading the register…',
  showMargin: 'Show the margin',
};
