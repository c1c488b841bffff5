import { addMember, answer, joinMember, marked, moveMember, put, removeMember, splitMember } from '$lib/mending';
import { emptyMember } from '$lib/drafts';
import type { Draft, Mark, Match, Suggestion } from '$lib/types';
import { expect, test } from 'vitest';

const member = (name: string | null, position: string | null, role: string | null = 'Ủy viên') => ({
  ...emptyMember(),
  name,
  position,
  role,
});

function draft(): Draft {
  const members = [member('Lò Văn An', 'Giám đốc Sở Nội vụ'), member('Tạ Thị Bình', null), member(null, 'Chánh Thanh tra')];
  return { members, committees: ['Ban A'], committee: 'Ban A', old_names: [], standing_agencies: [], replaces: ['9/QĐ-UBND'] } as unknown as Draft;
}

const marks = (): Mark[] =>
  [0, 1, 2].map((at) => ({ decision: 0, field: `members.${at}.name`, block: at, start: 0, end: 5, sure: 0.5 }));
const fields = (some: readonly Mark[]) => some.map(({ field, block }) => `${field}@${block}`);

test('marks follow the lines that they belong to', () => {
  const own = draft();
  expect(fields(removeMember(own, marks(), 0, 0))).toEqual(['members.0.name@1', 'members.1.name@2']);
  const other = draft();
  expect(fields(moveMember(other, marks(), 0, 0, 1))).toEqual(['members.1.name@0', 'members.0.name@1', 'members.2.name@2']);
  expect(other.members.map(({ name }) => name)).toEqual(['Tạ Thị Bình', 'Lò Văn An', null]);
  expect(fields(addMember(draft(), marks(), 0, 1))).toEqual(['members.0.name@0', 'members.2.name@1', 'members.3.name@2']);
});

test('a mark of another decision stays where it is', () => {
  const foreign: Mark = { decision: 1, field: 'members.2.name', block: 9, start: 0, end: 1, sure: 1 };
  expect(removeMember(draft(), [foreign], 0, 0)).toEqual([foreign]);
});

test('what stands behind the caret becomes a line of its own, in the same role', () => {
  const own = draft();
  const line = own.members[0];
  if (line) line.position = 'Giám đốc Sở Nội vụ; Chánh Văn phòng';
  splitMember(own, [], 0, 0, 'position', 'Giám đốc Sở Nội vụ'.length);
  expect(own.members.slice(0, 2).map(({ position, role }) => [position, role])).toEqual([
    ['Giám đốc Sở Nội vụ', 'Ủy viên'],
    ['Chánh Văn phòng', 'Ủy viên'],
  ]);
  expect(own.members).toHaveLength(4);
});

test('two lines of one person become one', () => {
  const own = draft();
  const after = joinMember(own, marks(), 0, 1);
  expect(own.members[1]).toMatchObject({ name: 'Tạ Thị Bình', position: 'Chánh Thanh tra', role: 'Ủy viên' });
  expect(fields(after)).toEqual(['members.0.name@0', 'members.1.name@1', 'members.1.name@2']);
});

test('words of the paper go into a field, and a date is understood as papers write it', () => {
  const own = draft();
  expect(put(own, 'date', 'Hà Nội, ngày 05 tháng 3 năm 2020')).toBe(true);
  expect(own.date).toBe('2020-03-05');
  expect(put(own, 'date', 'hôm nay')).toBe(false);
  put(own, 'members.1.position', '  Giám đốc\n Sở  Y tế ');
  expect(own.members[1]?.position).toBe('Giám đốc Sở Y tế');
  put(own, 'committees.0', 'Ban B');
  expect(own.committee).toBe('Ban B');
  const place = { block: 4, start: 2, end: 9 };
  expect(marked(marks(), 0, 'members.1.name', [place])).toContainEqual({ decision: 0, field: 'members.1.name', ...place, sure: 1 });
});

test('an answer goes into the draft, and what the paper says stays beside it', () => {
  const own = draft();
  const suggestion = (more: Partial<Suggestion>): Suggestion => ({ put: '', detail: null, why: 'abbreviation', person_id: null, date: null, issuer: null, ...more });
  const match = (field: string, about: Match['about'], words: string): Match => ({ field, about, words, found: 'near', suggestions: [] });
  answer(own, match('members.2.position', 'position', 'Chánh Thanh tra'), suggestion({ put: 'Chánh Thanh tra tỉnh' }));
  expect(own.members[2]).toMatchObject({ position: 'Chánh Thanh tra tỉnh', as_written: 'Chánh Thanh tra' });
  answer(own, match('replaces.0', 'decision', '9/QĐ-UBND'), suggestion({ put: '9/QĐ-UBND', date: '2019-01-02', issuer: 'UBND tỉnh' }));
  expect(own.replaces[0]).toEqual({ number: '9/QĐ-UBND', date: '2019-01-02', issuer: 'UBND tỉnh' });
  answer(own, match('members.0.name', 'person', 'Lò Văn An'), suggestion({ put: 'Lò Văn An', person_id: 'p2' }));
  expect(own.members[0]?.person_id).toBe('p2');
});
