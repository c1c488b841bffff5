// A draft on the review's desk: which of its values stand where in the paper, and how sure they are.

import type { Draft, Mark, Member } from './types';

/** Below this a reading wants a look. */
const SURE = 0.8;

export function doubtful(mark: { sure: number }): boolean {
  return mark.sure < SURE;
}

/** Whether a mark belongs to a field, or to something inside it. */
export function isOf(mark: { field: string }, field: string): boolean {
  return mark.field === field || mark.field.startsWith(`${field}.`);
}

export type Trust = 'sure' | 'doubtful' | 'unread';

/** What every field of the form has. */
export interface FieldOf {
  field: string;
  filled: boolean;
  trust: Trust;
  /** Pointed at, here or in the text. */
  lit: boolean;
  onpoint: (field: string | null) => void;
  onchoose: (field: string) => void;
}

/** How far a field can be trusted as it was read: by its least sure mark. */
export function trust(marks: readonly Mark[], field: string): Trust {
  const own = marks.filter((mark) => isOf(mark, field));
  if (own.length === 0) return 'unread';
  return own.some(doubtful) ? 'doubtful' : 'sure';
}

/** The fields to look at first, in the order of the form; each once. */
export function doubts(marks: readonly Mark[]): string[] {
  return [...new Set(marks.filter(doubtful).map(({ field }) => field))];
}

/** Renames a committee in a draft, wherever the draft names it. */
export function renameCommittee(draft: Draft, at: number, name: string) {
  const old = draft.committees[at];
  draft.committees[at] = name;
  draft.committee = draft.committees.join('; ');
  for (const member of draft.members) if (member.committee !== null && member.committee === old) member.committee = name;
}

/** Text of a field, or nothing: an emptied field is not a text without letters. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

export function emptyMember(): Member {
  return {
    n: null,
    article: null,
    honorific: null,
    name: null,
    person_id: null,
    position: null,
    role: null,
    seat_kind: null,
    invited: false,
    rank: null,
    degree: null,
    acting: false,
    concurrent: false,
    as_written: null,
    class: null,
    committee: null,
    sub_body: null,
    replaces_member: null,
    reason: null,
    op: null,
    previous_role: null,
    words: null,
  };
}
