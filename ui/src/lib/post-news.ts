// The small form "who holds this post from when, by which paper": from what was typed to what is asked of the
// record. What the form can see for itself is said at the field; what the record refuses finds its field too.

import { typed, typedPartial } from './dates';
import type { Failure, PersonLine, PostNews } from './types';

/** Bổ nhiệm, quyền, phụ trách, phân công lĩnh vực, thôi giữ chức vụ. */
export const events = ['appoint', 'act', 'take_charge', 'assign', 'relieve'] as const;
export type NewsEvent = (typeof events)[number];

export interface NewsForm {
  event: NewsEvent;
  organization: string;
  post: string;
  person: string;
  /** Which one of several people of that name; empty for somebody the register does not know. */
  key: string | null;
  portfolio: string;
  since: string;
  number: string;
  issued: string;
  place: string;
  note: string;
}

export type NewsField = 'post' | 'person' | 'portfolio' | 'since' | 'source' | 'issued';
/** What is wrong with a field; the words for it stand with the messages. */
export type Fault = 'missing' | 'not_a_date' | 'which';
export type Faults = Partial<Record<NewsField, Fault>>;

export function emptyNews(organization: string, post: string): NewsForm {
  return {
    event: 'appoint',
    organization,
    post,
    person: '',
    key: null,
    portfolio: '',
    since: '',
    number: '',
    issued: '',
    place: '',
    note: '',
  };
}

/** The people of a name, as far as the register knows them. */
export function ofName(people: readonly PersonLine[], name: string): PersonLine[] {
  const wanted = tidy(name).toLocaleLowerCase('vi');
  return wanted === '' ? [] : people.filter((person) => person.name.toLocaleLowerCase('vi') === wanted);
}

export function faults(form: NewsForm, people: readonly PersonLine[]): Faults {
  const found: Faults = {};
  const leaves = form.event === 'relieve';
  if (!tidy(form.post)) found.post = 'missing';
  if (!tidy(form.person) && !leaves) found.person = 'missing';
  if (ofName(people, form.person).length > 1 && form.key === null) found.person = 'which';
  if (form.event === 'assign' && !tidy(form.portfolio)) found.portfolio = 'missing';
  if (typedPartial(form.since) === null) found.since = tidy(form.since) ? 'not_a_date' : 'missing';
  if (!tidy(form.number) && !tidy(form.note)) found.source = 'missing';
  if (tidy(form.issued) && typed(form.issued) === null) found.issued = 'not_a_date';
  return found;
}

/** What is asked of the record; null while something is wrong. */
export function newsOf(form: NewsForm, people: readonly PersonLine[]): PostNews | null {
  const on = typedPartial(form.since);
  if (on === null || Object.keys(faults(form, people)).length > 0) return null;
  const [only, ...others] = ofName(people, form.person);
  // Somebody known by an id stays that one; a name that only one person has needs no question.
  const key = others.length > 0 ? form.key : (only?.key ?? null);
  const paper = tidy(form.number) !== '';
  return {
    event: form.event,
    organization: form.organization,
    post: tidy(form.post),
    person: orNull(form.person),
    person_id: key && key !== only?.name ? key : null,
    portfolio: form.event === 'relieve' ? null : orNull(form.portfolio),
    on,
    decision: orNull(form.number),
    date: paper ? typed(form.issued) : null,
    place: paper ? orNull(form.place) : null,
    note: paper ? null : orNull(form.note),
  };
}

/** The field that a refusal speaks of; null where it speaks of none. */
export function refusedField({ code, params }: Failure): NewsField | null {
  const { field } = params;
  if (code === 'missing_field') {
    return field === 'post' || field === 'person' || field === 'portfolio' || field === 'source' ? field : null;
  }
  return code === 'bad_date' ? 'since' : null;
}

const tidy = (text: string) => text.trim().replace(/\s+/g, ' ');
const orNull = (text: string) => tidy(text) || null;
