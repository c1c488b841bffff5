// Mending the lists of a draft: which decisions it acts on, who leaves, which bodies end. What was read wrongly is
// struck out, what was not read is added; the marks follow.

import { orNull } from '../drafts';
import type { Draft, Mark, Reference } from '../types';
import { renumbered } from './renumbered';

/** What a decision does to others, in the order of the form. */
export const relationKeys = [
  'replaces',
  'repeals',
  'amends',
  'withdraws',
  'suspends',
  'resumes',
  'revives',
  'corrects',
] as const satisfies readonly (keyof Draft)[];
export type RelationKey = (typeof relationKeys)[number];

/** Lists of plain texts. */
export const textKeys = [
  'committees',
  'old_names',
  'merged_from',
  'dissolves',
  'leaves',
  'duties',
] as const satisfies readonly (keyof Draft)[];
export type TextKey = (typeof textKeys)[number];

export type ListKey = RelationKey | TextKey | 'standing_agencies' | 'sub_bodies';

export function isRelation(key: string): key is RelationKey {
  return relationKeys.some((known) => known === key);
}

export function isText(key: string): key is TextKey {
  return textKeys.some((known) => known === key);
}

/** Adds an entry that says nothing yet: it must be filled in or struck out before the draft is recorded. */
export function addEntry(draft: Draft, list: ListKey) {
  if (list === 'standing_agencies') draft.standing_agencies.push({ name: '', scope: null });
  else if (list === 'sub_bodies') draft.sub_bodies.push({ name: '', members: [] });
  else if (isRelation(list)) draft[list].push('');
  else draft[list].push('');
}

/** Strikes an entry out. Members of a committee that is struck out belong to the one that is left. */
export function removeEntry(draft: Draft, marks: readonly Mark[], decision: number, list: ListKey, at: number): Mark[] {
  const [gone] = draft[list].splice(at, 1);
  if (list === 'committees') {
    draft.committee = draft.committees.length > 0 ? draft.committees.join('; ') : null;
    for (const member of draft.members) if (member.committee === gone) member.committee = null;
  }
  if (list === 'replaces' && draft.replaces.length === 0) draft.replaces_amendments = false;
  return renumbered(marks, decision, list, (entry) => (entry === at ? null : entry > at ? entry - 1 : entry));
}

export function numberOf(reference: Reference): string {
  return typeof reference === 'string' ? reference : reference.number;
}

export function dateOf(reference: Reference): string | null {
  return typeof reference === 'string' ? null : reference.date;
}

/** Changes the number or the day by which another decision is named. A number alone stays a plain text. */
export function setReference(draft: Draft, list: RelationKey, at: number, told: { number?: string; date?: string | null }) {
  const known = draft[list][at];
  if (known === undefined) return;
  const number = told.number ?? numberOf(known);
  const date = told.date === undefined ? dateOf(known) : told.date;
  // Another number is another decision: who issued the one that was named says nothing of it.
  const issuer = typeof known === 'string' || number !== known.number ? null : known.issuer;
  draft[list][at] = date === null && issuer === null ? number : { number, date, issuer: orNull(issuer ?? '') };
}
