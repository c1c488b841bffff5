import { emptyNews, faults, newsOf, ofName, refusedField } from '$lib/post-news';
import type { PersonLine } from '$lib/types';
import { expect, test } from 'vitest';

const line = (name: string, key = name): PersonLine => ({ name, key, post: null, seats: 0 });
const filled = {
  ...emptyNews('Sở Thông tin và Truyền thông', 'Giám đốc'),
  person: ' Lò  Văn An ',
  since: '11/2014',
  number: '12/QĐ-UBND',
  issued: '25/11/2014',
  place: 'Điều 1',
};

test('what the clerk typed is asked of the record as it wants it', () => {
  expect(newsOf(filled, [])).toEqual({
    event: 'appoint',
    organization: 'Sở Thông tin và Truyền thông',
    post: 'Giám đốc',
    person: 'Lò Văn An',
    person_id: null,
    portfolio: null,
    on: '2014-11',
    decision: '12/QĐ-UBND',
    date: '2014-11-25',
    place: 'Điều 1',
    note: null,
  });
});

test('an empty form says at each field what it wants', () => {
  expect(faults(emptyNews('Sở Y tế', ''), [])).toEqual({
    post: 'missing',
    person: 'missing',
    since: 'missing',
    source: 'missing',
  });
  expect(newsOf(emptyNews('Sở Y tế', ''), [])).toBeNull();
});

test('a date of no calendar is said where it stands', () => {
  expect(faults({ ...filled, since: '31/2/2014', issued: '2014' }, [])).toEqual({
    since: 'not_a_date',
    issued: 'not_a_date',
  });
});

test('a note of the office stands in for a paper, and a paper goes before a note', () => {
  const noted = { ...filled, number: '', note: 'theo Sở Nội vụ' };
  expect(newsOf(noted, [])).toMatchObject({ decision: null, date: null, place: null, note: 'theo Sở Nội vụ' });
  expect(newsOf({ ...filled, note: 'thừa' }, [])).toMatchObject({ decision: '12/QĐ-UBND', note: null });
});

test('whoever leaves a post need not be named, and has no field', () => {
  const left = { ...filled, event: 'relieve' as const, person: '', portfolio: 'CNTT' };
  expect(newsOf(left, [])).toMatchObject({ event: 'relieve', person: null, portfolio: null });
});

test('a field must be named where one is given', () => {
  expect(faults({ ...filled, event: 'assign' }, [])).toEqual({ portfolio: 'missing' });
  expect(newsOf({ ...filled, event: 'assign', portfolio: 'CNTT' }, [])).toMatchObject({ portfolio: 'CNTT' });
});

test('somebody told apart by an id stays that one', () => {
  expect(newsOf({ ...filled, person: 'Lò Văn An' }, [line('Lò Văn An', '0198')])).toMatchObject({ person_id: '0198' });
  expect(newsOf({ ...filled, person: 'Lò Văn An' }, [line('Lò Văn An')])).toMatchObject({ person_id: null });
});

test('of several of one name, the clerk says which', () => {
  const two = [line('Lò Văn An', '0198'), line('Lò Văn An', '0199')];
  expect(ofName(two, 'lò văn an')).toHaveLength(2);
  expect(faults(filled, two)).toEqual({ person: 'which' });
  expect(newsOf({ ...filled, key: '0199' }, two)).toMatchObject({ person_id: '0199' });
});

test('a refusal finds its field', () => {
  const failure = (code: string, params: Record<string, string>) => ({ code, params, detail: '' });
  expect(refusedField(failure('missing_field', { field: 'source' }))).toBe('source');
  expect(refusedField(failure('bad_date', { date: '2014-13' }))).toBe('since');
  expect(refusedField(failure('disk_full', {}))).toBeNull();
});
