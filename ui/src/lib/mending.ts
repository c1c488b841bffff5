// Mending a draft at the review: members added, split, joined, moved; a value put in from the text; an answer taken.
// The marks follow: a value keeps the place where it stands, whatever line it has moved to.

import { emptyMember, orNull, renameCommittee } from './drafts';
import { typed } from './dates';
import type { Draft, Mark, Match, Member, Suggestion } from './types';

/** The texts of a member line that can be split and pointed at. */
export type Part = 'role' | 'name' | 'position';

/** A stretch of a block of the paper, in Unicode scalars. */
export interface Place {
  block: number;
  start: number;
  end: number;
}

/** Marks of one draft whose member lines have new numbers; null for a line that is gone. */
function renumbered(marks: readonly Mark[], decision: number, to: (at: number) => number | null): Mark[] {
  return marks.flatMap((mark) => {
    const [, at, rest = ''] = mark.decision === decision ? (/^members\.(\d+)(\..*)?$/.exec(mark.field) ?? []) : [];
    if (at === undefined) return [mark];
    const now = to(Number(at));
    return now === null ? [] : [{ ...mark, field: `members.${now}${rest}` }];
  });
}

export function insertMember(draft: Draft, marks: readonly Mark[], decision: number, at: number, member: Member): Mark[] {
  draft.members.splice(at, 0, member);
  return renumbered(marks, decision, (line) => (line >= at ? line + 1 : line));
}

/** An empty line of the role and place of the one before it: what stands there is mostly the same. */
export function addMember(draft: Draft, marks: readonly Mark[], decision: number, at: number): Mark[] {
  const before = draft.members[at - 1];
  const alike = before ? { role: before.role, article: before.article, committee: before.committee, op: before.op } : {};
  return insertMember(draft, marks, decision, at, { ...emptyMember(), ...alike });
}

export function removeMember(draft: Draft, marks: readonly Mark[], decision: number, at: number): Mark[] {
  draft.members.splice(at, 1);
  return renumbered(marks, decision, (line) => (line === at ? null : line > at ? line - 1 : line));
}

/** Moves a line up or down by one. */
export function moveMember(draft: Draft, marks: readonly Mark[], decision: number, at: number, by: 1 | -1): Mark[] {
  const [one, other] = [draft.members[at], draft.members[at + by]];
  if (!one || !other) return [...marks];
  draft.members.splice(Math.min(at, at + by), 2, ...(by > 0 ? [other, one] : [one, other]));
  return renumbered(marks, decision, (line) => (line === at ? at + by : line === at + by ? at : line));
}

/** Two people who were read as one line: what stands behind the caret becomes a line of its own. */
export function splitMember(
  draft: Draft,
  marks: readonly Mark[],
  decision: number,
  at: number,
  part: Part,
  caret: number,
): Mark[] {
  const member = draft.members[at];
  const text = member?.[part] ?? '';
  const behind = text.slice(caret).replace(/^[\s,;–-]+/, '');
  if (!member || behind === '') return [...marks];
  member[part] = orNull(text.slice(0, caret).replace(/[\s,;–-]+$/, ''));
  const own: Member = {
    ...emptyMember(),
    role: member.role,
    article: member.article,
    seat_kind: member.seat_kind,
    committee: member.committee,
    sub_body: member.sub_body,
    op: member.op,
    [part]: behind,
  };
  return insertMember(draft, marks, decision, at + 1, own);
}

/** One person who was read as two lines: the next line is taken into this one. */
export function joinMember(draft: Draft, marks: readonly Mark[], decision: number, at: number): Mark[] {
  const [member, next] = [draft.members[at], draft.members[at + 1]];
  if (!member || !next) return [...marks];
  for (const part of ['role', 'name', 'position'] as const) {
    const [ours, theirs] = [member[part], next[part]];
    if (ours === null) member[part] = theirs;
    else if (theirs !== null && theirs !== ours) member[part] = `${ours}, ${theirs}`;
  }
  draft.members.splice(at + 1, 1);
  return renumbered(marks, decision, (line) => (line === at + 1 ? at : line > at + 1 ? line - 1 : line));
}

/** Puts words of the paper into a field; false where the field takes no such words. */
export function put(draft: Draft, field: string, text: string): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  const [name = '', at = '', part = ''] = field.split('.');
  const member = name === 'members' ? draft.members[Number(at)] : undefined;
  if (member) {
    if (part !== 'role' && part !== 'name' && part !== 'position') return false;
    member[part] = orNull(words);
    return true;
  }
  switch (name) {
    case 'number':
    case 'issuer':
    case 'title':
    case 'place':
      draft[name] = orNull(words);
      return true;
    case 'date': {
      const date = typed(words) ?? spelt(words);
      if (date === null) return false;
      draft.date = date;
      return true;
    }
    case 'committees':
      renameCommittee(draft, Number(at || 0), words);
      return true;
    case 'old_names':
      draft.old_names = [words, ...draft.old_names.slice(1)];
      return true;
    case 'standing_agencies': {
      const agency = draft.standing_agencies[Number(at || 0)];
      if (agency) agency.name = words;
      return agency !== undefined;
    }
    default:
      return false;
  }
}

/** "ngày 21 tháng 4 năm 2016". */
function spelt(words: string): string | null {
  const [, day, month, year] = /(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/i.exec(words) ?? [];
  return day && month && year ? typed(`${day}/${month}/${year}`) : null;
}

/** The marks with a value that a person pointed out: there it stands, and it is sure. */
export function marked(marks: readonly Mark[], decision: number, field: string, places: readonly Place[]): Mark[] {
  const others = marks.filter((mark) => mark.decision !== decision || mark.field !== field);
  return [...others, ...places.map((place) => ({ decision, field, ...place, sure: 1 }))];
}

/** Puts the answer to what a wording means into the draft. */
export function answer(draft: Draft, { field, about, words }: Match, given: Suggestion) {
  const [name = '', at = ''] = field.split('.');
  if (about === 'decision') {
    const list = draft[name as 'replaces'];
    if (Array.isArray(list)) list[Number(at)] = { number: given.put, date: given.date, issuer: given.issuer };
    return;
  }
  if (about === 'committee') return renameCommittee(draft, Number(at), given.put);
  const member = memberAt(draft, field);
  if (!member) return;
  if (about === 'person') {
    member.name = given.put;
    member.person_id = given.person_id;
  } else {
    // What the paper says stays beside what is meant.
    member.as_written ??= words;
    member.position = given.put;
  }
}

function memberAt(draft: Draft, field: string): Member | undefined {
  const steps = field.split('.');
  if (steps[0] === 'sub_bodies') return draft.sub_bodies[Number(steps[1])]?.members[Number(steps[3])];
  return draft.members[Number(steps[1])];
}
