import {
  addEntry,
  addMember,
  answer,
  joinMember,
  linesOf,
  marked,
  moveMember,
  put,
  removeEntry,
  removeMember,
  renamed,
  setName,
  setReference,
  splitMember,
} from '$lib/mending';
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
  expect(fields(removeMember(linesOf(own, 'members', 0), marks(), 0))).toEqual(['members.0.name@1', 'members.1.name@2']);
  const other = draft();
  expect(fields(moveMember(linesOf(other, 'members', 0), marks(), 0, 1))).toEqual(['members.1.name@0', 'members.0.name@1', 'members.2.name@2']);
  expect(other.members.map(({ name }) => name)).toEqual(['Tạ Thị Bình', 'Lò Văn An', null]);
  expect(fields(addMember(linesOf(draft(), 'members', 0), marks(), 1))).toEqual(['members.0.name@0', 'members.2.name@1', 'members.3.name@2']);
});

test('a mark of another decision stays where it is', () => {
  const foreign: Mark = { decision: 1, field: 'members.2.name', block: 9, start: 0, end: 1, sure: 1 };
  expect(removeMember(linesOf(draft(), 'members', 0), [foreign], 0)).toEqual([foreign]);
});

test('what stands behind the caret becomes a line of its own, in the same role', () => {
  const own = draft();
  const line = own.members[0];
  if (line) line.position = 'Giám đốc Sở Nội vụ; Chánh Văn phòng';
  splitMember(linesOf(own, 'members', 0), [], 0, 'position', 'Giám đốc Sở Nội vụ'.length);
  expect(own.members.slice(0, 2).map(({ position, role }) => [position, role])).toEqual([
    ['Giám đốc Sở Nội vụ', 'Ủy viên'],
    ['Chánh Văn phòng', 'Ủy viên'],
  ]);
  expect(own.members).toHaveLength(4);
});

test('two lines of one person become one', () => {
  const own = draft();
  const after = joinMember(linesOf(own, 'members', 0), marks(), 1);
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

const at = (field: string, block: number): Mark => ({ decision: 0, field, block, start: 0, end: 5, sure: 0.5 });

test('lines of a body inside the committee are mended as its own are', () => {
  const own = draft();
  own.sub_bodies = [{ name: 'Tổ giúp việc', members: [member('Cầm Bá Lượn', null), member('Ma Thị Dung', null)] }];
  const lines = linesOf(own, 'sub_bodies.0.members', 0);
  const after = removeMember(lines, [at('sub_bodies.0.members.1.name', 7), ...marks()], 0);
  expect(fields(after)).toEqual(['sub_bodies.0.members.0.name@7', 'members.0.name@0', 'members.1.name@1', 'members.2.name@2']);
  expect(own.sub_bodies[0]?.members.map(({ name }) => name)).toEqual(['Ma Thị Dung']);
  expect(own.members).toHaveLength(3);
  expect(put(own, 'sub_bodies.0.members.0.position', 'Chuyên viên')).toBe(true);
  expect(own.sub_bodies[0]?.members[0]?.position).toBe('Chuyên viên');
});

test('an entry that was read wrongly is struck out, and its marks with it', () => {
  const own = draft();
  own.replaces = ['9/QĐ-UBND', { number: '10/QĐ-UBND', date: '2019-02-03', issuer: null }];
  own.replaces_amendments = true;
  const some = [at('replaces.0', 1), at('replaces.1', 2), at('replaces.1.date', 3), at('repeals.1', 4)];
  expect(fields(removeEntry(own, some, 0, 'replaces', 0))).toEqual(['replaces.0@2', 'replaces.0.date@3', 'repeals.1@4']);
  expect(own.replaces).toEqual([{ number: '10/QĐ-UBND', date: '2019-02-03', issuer: null }]);
  removeEntry(own, [], 0, 'replaces', 0);
  // Nothing is replaced any more: their amendments are not, either.
  expect([own.replaces, own.replaces_amendments]).toEqual([[], false]);
});

test('members of a committee that is struck out belong to the one that is left', () => {
  const own = draft();
  own.committees = ['Ban A', 'Ban B'];
  own.members.forEach((line, n) => (line.committee = n === 1 ? 'Ban B' : 'Ban A'));
  removeEntry(own, [], 0, 'committees', 1);
  expect([own.committees, own.committee]).toEqual([['Ban A'], 'Ban A']);
  expect(own.members.map(({ committee }) => committee)).toEqual(['Ban A', null, 'Ban A']);
});

test('a decision that is added is named by its number, and by its day where that is known', () => {
  const own = draft();
  own.repeals = [];
  addEntry(own, 'repeals');
  setReference(own, 'repeals', 0, { number: '12/QĐ-UBND' });
  expect(own.repeals).toEqual(['12/QĐ-UBND']);
  setReference(own, 'repeals', 0, { date: '2018-04-05' });
  expect(own.repeals).toEqual([{ number: '12/QĐ-UBND', date: '2018-04-05', issuer: null }]);
  own.repeals = [{ number: '12/QĐ-UBND', date: null, issuer: 'UBND tỉnh Sa Thạch' }];
  setReference(own, 'repeals', 0, { number: '13/QĐ-UBND' });
  expect(own.repeals).toEqual(['13/QĐ-UBND']);
  const words = 'Quyết định số 1204/QĐ-UBND ngày 05 tháng 3 năm 2020 của Ủy ban nhân dân';
  expect(put(own, 'repeals.0', words)).toBe(true);
  expect(own.repeals).toEqual([{ number: '1204/QĐ-UBND', date: '2020-03-05', issuer: null }]);
  expect(put(own, 'repeals.0', 'các quy định trước đây')).toBe(false);
});

test('how a person is addressed is no part of the name', () => {
  const typed = (text: string) => {
    const line = member('X', null);
    setName(line, text);
    return [line.honorific, line.name];
  };
  expect(typed('Bà Tẩn Thị Mẩy')).toEqual(['Bà', 'Tẩn Thị Mẩy']);
  expect(typed('đồng chí  Lò Văn An ')).toEqual(['Đồng chí', 'Lò Văn An']);
  expect(typed('Đ/c Lò An')).toEqual(['Đồng chí', 'Lò An']);
  expect(typed('Ông Lò Văn An')).toEqual(['Ông', 'Lò Văn An']);
  // A family name.
  expect(typed('Ông Ích Đường')).toEqual([null, 'Ông Ích Đường']);
  expect(typed('Bạch Thị Hoa')).toEqual([null, 'Bạch Thị Hoa']);
});

test('a day that is none goes on with its entry, and goes with it', () => {
  const kept = { date: '31/2/2024', 'repeals.0': '30/2/2020', 'repeals.2': '31/4/2021' };
  const without = (gone: number) => renamed(kept, 'repeals', (at) => (at === gone ? null : at > gone ? at - 1 : at));
  expect(without(0)).toEqual({ date: '31/2/2024', 'repeals.1': '31/4/2021' });
  expect(without(1)).toEqual({ date: '31/2/2024', 'repeals.0': '30/2/2020', 'repeals.1': '31/4/2021' });
});
