// Mending the member lines of a draft: added, split, joined, moved. The marks follow: a value keeps the place where it
// stands, whatever line it has moved to.

import { emptyMember, orNull } from '../drafts';
import type { Draft, Mark, Member } from '../types';
import { renumbered } from './renumbered';

/** The texts of a member line that can be split and pointed at. */
export type Part = 'role' | 'name' | 'position';

/** The lines of a committee (`members`) or of a body inside it (`sub_bodies.0.members`). */
export interface Lines {
  members: Member[];
  path: string;
  /** Which decision of the paper. */
  decision: number;
}

export function linesOf(draft: Draft, path: string, decision: number): Lines {
  const body = /^sub_bodies\.(\d+)\.members$/.exec(path)?.[1];
  const members = body === undefined ? draft.members : draft.sub_bodies[Number(body)]?.members;
  return { members: members ?? [], path, decision };
}

export function insertMember(lines: Lines, marks: readonly Mark[], at: number, member: Member): Mark[] {
  lines.members.splice(at, 0, member);
  return renumbered(marks, lines.decision, lines.path, (line) => (line >= at ? line + 1 : line));
}

/** An empty line of the role and place of the one before it: what stands there is mostly the same. */
export function addMember(lines: Lines, marks: readonly Mark[], at: number): Mark[] {
  const before = lines.members[at - 1];
  const { role, article, committee, sub_body, op } = before ?? emptyMember();
  return insertMember(lines, marks, at, { ...emptyMember(), role, article, committee, sub_body, op });
}

export function removeMember(lines: Lines, marks: readonly Mark[], at: number): Mark[] {
  lines.members.splice(at, 1);
  return renumbered(marks, lines.decision, lines.path, (line) => (line === at ? null : line > at ? line - 1 : line));
}

/** Moves a line up or down by one. */
export function moveMember(lines: Lines, marks: readonly Mark[], at: number, by: 1 | -1): Mark[] {
  const { members, decision, path } = lines;
  const [one, other] = [members[at], members[at + by]];
  if (!one || !other) return [...marks];
  members.splice(Math.min(at, at + by), 2, ...(by > 0 ? [other, one] : [one, other]));
  return renumbered(marks, decision, path, (line) => (line === at ? at + by : line === at + by ? at : line));
}

/** Two people who were read as one line: what stands behind the caret becomes a line of its own. */
export function splitMember(lines: Lines, marks: readonly Mark[], at: number, part: Part, caret: number): Mark[] {
  const member = lines.members[at];
  const text = member?.[part] ?? '';
  const behind = text.slice(caret).replace(/^[\s,;–-]+/, '');
  if (!member || behind === '') return [...marks];
  member[part] = orNull(text.slice(0, caret).replace(/[\s,;–-]+$/, ''));
  const { role, article, seat_kind, committee, sub_body, op } = member;
  const own: Member = { ...emptyMember(), role, article, seat_kind, committee, sub_body, op, [part]: behind };
  return insertMember(lines, marks, at + 1, own);
}

/** One person who was read as two lines: the next line is taken into this one. */
export function joinMember(lines: Lines, marks: readonly Mark[], at: number): Mark[] {
  const [member, next] = [lines.members[at], lines.members[at + 1]];
  if (!member || !next) return [...marks];
  for (const part of ['role', 'name', 'position'] as const) {
    const [ours, theirs] = [member[part], next[part]];
    if (ours === null) member[part] = theirs;
    else if (theirs !== null && theirs !== ours) member[part] = `${ours}, ${theirs}`;
  }
  lines.members.splice(at + 1, 1);
  const to = (line: number) => (line === at + 1 ? at : line > at + 1 ? line - 1 : line);
  return renumbered(marks, lines.decision, lines.path, to);
}

/** How people are addressed before their names. */
const ADDRESSED = /^(ông|bà|đồng chí|đ\/c|đc\.?)\s+(?=\p{L})/iu;
const HONORIFICS: Record<string, string> = { ông: 'Ông', bà: 'Bà' };

/** A name as it was typed, without how the person is addressed: "Bà Tẩn Thị Mẩy" is Tẩn Thị Mẩy. Ông is a family name too:
    "Ông Ích Đường". */
export function addressed(typed: string): { name: string; honorific: string | null } {
  const text = typed.normalize('NFC').trim();
  const said = ADDRESSED.exec(text)?.[1]?.toLowerCase();
  const name = text.replace(ADDRESSED, '');
  const is = said !== undefined && name.split(/\s+/).length >= (said === 'ông' ? 3 : 2);
  return is ? { name, honorific: HONORIFICS[said] ?? 'Đồng chí' } : { name: text, honorific: null };
}

/** Another name is another person. */
export function setName(member: Member, typed: string) {
  const { name, honorific } = addressed(typed);
  if (typed.normalize('NFC').trim() !== member.name) member.person_id = null;
  member.name = orNull(name);
  member.honorific = honorific ?? member.honorific;
}
