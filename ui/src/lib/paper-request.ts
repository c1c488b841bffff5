// What a paper is asked for, as the screen keeps it: one choice of each kind, whichever paper heeds it.

import type { PaperAddress, PaperKind, PaperOrder, PaperRequest } from './types';

export interface PaperChoice {
  committee: string | null;
  /** A decision by its id; null for none. */
  decision: string | null;
  person: string;
  organization: string;
  from: string | null;
  order: PaperOrder;
  address: PaperAddress;
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
      request.committee = choice.committee;
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
  return request;
}
