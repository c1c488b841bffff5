// Mending the single values of a draft: words put in from the text, an answer taken. The marks follow.

import { orNull, renameCommittee } from '../drafts';
import { typed } from '../dates';
import type { Draft, Mark, Match, Member, Suggestion } from '../types';
import { setName } from './lines';
import { isRelation, isText, setReference } from './entries';

/** A stretch of a block of the paper, in Unicode scalars. */
export interface Place {
  block: number;
  start: number;
  end: number;
}

/** "1943/QĐ-UBND" within other words. */
const NUMBER = /\d+(?:\/\d{4})?\s?[/-]\s?[\p{Lu}Đ][\p{L}\d.-]*/u;

/** Puts words of the paper into a field; false where the field takes no such words. */
export function put(draft: Draft, field: string, text: string): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  const [name = '', at = '', part = ''] = field.split('.');
  const member = memberAt(draft, field);
  if (member) {
    const last = field.split('.').at(-1);
    if (last === 'name') setName(member, words);
    else if (last === 'role' || last === 'position') member[last] = orNull(words);
    else return false;
    return true;
  }
  if (isRelation(name)) {
    const number = NUMBER.exec(words)?.[0];
    if (number === undefined || draft[name][Number(at)] === undefined) return false;
    setReference(draft, name, Number(at), { number, date: spelt(words) ?? typed(words) });
    return true;
  }
  if (name === 'signer') {
    if (part !== '' || at === '') return false;
    draft.signer = { form: null, title: null, name: null, ...draft.signer, [at]: orNull(words) };
    return true;
  }
  if (isText(name) && name !== 'committees') {
    if (draft[name][Number(at || 0)] === undefined && name !== 'old_names') return false;
    draft[name][Number(at || 0)] = words;
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
    case 'standing_agencies': {
      const agency = draft.standing_agencies[Number(at || 0)];
      if (agency) agency.name = words;
      return agency !== undefined;
    }
    case 'sub_bodies': {
      const body = draft.sub_bodies[Number(at)];
      if (body) body.name = words;
      return body !== undefined;
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
  return steps[0] === 'members' ? draft.members[Number(steps[1])] : undefined;
}
