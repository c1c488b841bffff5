// What a paper is asked for, as the screen keeps it: one choice of each kind, whichever paper heeds it.

import type { LanesOf, PaperAddress, PaperKind, PaperOrder, PaperRequest, SheetSize } from './types';

export interface PaperChoice {
  committee: string | null;
  /** A decision by its id; null for none. */
  decision: string | null;
  person: string;
  organization: string;
  from: string | null;
  order: PaperOrder;
  address: PaperAddress;
  sheet: SheetSize;
  lanes: LanesOf;
  /** A drawing of a person, or of the committees of an office, in the place of a committee. */
  whose: { person?: string | undefined; office?: string | undefined; of: string } | null;
}

/** The request for a paper on a date; null while what it is about is not chosen. */
export function requestFor(kind: PaperKind, choice: PaperChoice, on: string): PaperRequest | null {
  const request: PaperRequest = { paper: kind.paper, on };
  switch (kind.about) {
    case 'committee':
      if (choice.committee === null) return null;
      request.committee = choice.committee;
      break;
    case 'committee_or_all':
      if (kind.options.includes('sheet') && choice.whose !== null) {
        if (choice.whose.person) request.person = choice.whose.person;
        if (choice.whose.office) request.office = choice.whose.office;
      } else request.committee = choice.committee;
      break;
    case 'committee_or_decision':
      // A decision tells its own changes, on its own day.
      if (choice.decision !== null) request.decision = choice.decision;
      else if (choice.committee !== null) request.committee = choice.committee;
      else return null;
      break;
    case 'decision':
      if (choice.decision === null) return null;
      request.decision = choice.decision;
      break;
    case 'person':
      if (choice.person.trim() === '') return null;
      request.person = choice.person.trim();
      break;
    case 'organization':
      if (choice.organization.trim() === '') return null;
      request.organization = choice.organization.trim();
      break;
  }
  const heeds = (option: string) => kind.options.includes(option);
  if (heeds('order')) request.order = choice.order;
  if (heeds('address')) request.address = choice.address;
  if (heeds('from') && choice.from !== null && choice.decision === null) request.from = choice.from;
  if (heeds('sheet')) request.sheet = choice.sheet;
  if (heeds('lanes')) request.lanes = choice.lanes;
  return request;
}

/** How large a page is, in px of the screen at its own size: as its SVG says in points. */
export function sizeOf(svg: string): { width: number; height: number } {
  const head = svg.slice(0, 600);
  const points = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)pt"`).exec(head)?.[1] ?? 0) * (96 / 72);
  const [width, height] = [points('width'), points('height')];
  return width > 0 && height > 0 ? { width, height } : { width: 793.7, height: 1122.5 };
}
