import { byCommittee, initials, legend, rowsOf, shortName } from '$lib/load';
import type { Load, MatrixCell } from '$lib/types';
import { byGivenName, plain } from '$lib/words';
import { expect, test } from 'vitest';

const cell = (committee: number, role: string | null, rank: MatrixCell['rank'] = 'member'): MatrixCell => ({
  committee,
  role,
  rank,
  invited: false,
  sub_body: null,
  seat: `${committee}`,
});
const row = (who: string, known = true, cells: MatrixCell[] = []): Load => ({
  who,
  known,
  person_id: null,
  post: known ? 'Giám đốc Sở Nội vụ' : who,
  cells,
  committees: cells.length,
  chairs: 0,
});
const rows = [row('Bế Thị Thoa'), row('Giám đốc Sở Y tế', false), row('Đặng Văn Ánh'), row('Lò Văn An')];
const names = (some: readonly Load[]) => some.map(({ who }) => who);

test('the order in which rows come is the busiest first, and stays', () => {
  expect(names(rowsOf(rows, '', 'load'))).toEqual(names(rows));
});

test('by name means by given name, and posts without a known holder come after people', () => {
  expect(names(rowsOf(rows, '', 'name'))).toEqual(['Lò Văn An', 'Đặng Văn Ánh', 'Bế Thị Thoa', 'Giám đốc Sở Y tế']);
  expect(rows[0]?.who).toBe('Bế Thị Thoa');
});

test('a filter needs no marks, and finds posts too', () => {
  expect(names(rowsOf(rows, 'dang', 'load'))).toEqual(['Đặng Văn Ánh']);
  expect(names(rowsOf(rows, 'so noi vu', 'load'))).toHaveLength(3);
  expect(rowsOf(rows, 'không có', 'load')).toEqual([]);
});

test('Vietnamese given names follow Vietnamese order', () => {
  expect(['Lê Đức', 'Lê Dũng', 'Lê Em', 'Lê Ân', 'Lê An', 'Lê Ăn'].sort(byGivenName)).toEqual([
    'Lê An',
    'Lê Ăn',
    'Lê Ân',
    'Lê Dũng',
    'Lê Đức',
    'Lê Em',
  ]);
  expect(plain('Đặng Thị Ướt')).toBe('dang thi uot');
});

test('roles by their initials, as offices abbreviate', () => {
  expect(initials('Trưởng ban')).toBe('TB');
  expect(initials('Phó Trưởng ban Thường trực')).toBe('PTBTT');
  expect(initials('Ủy viên')).toBe('UV');
  expect(initials('Phó Chủ tịch Hội đồng')).toBe('PCTHĐ');
});

test('the legend names each role once, the head first', () => {
  const busy = row('An', true, [cell(0, 'Ủy viên'), cell(1, 'Trưởng ban', 'chair'), cell(2, 'Ủy viên'), cell(3, null)]);
  expect(legend([busy])).toEqual([
    { short: 'TB', role: 'Trưởng ban' },
    { short: 'UV', role: 'Ủy viên' },
  ]);
});

test('several seats in one committee stand in one column', () => {
  const columns = byCommittee([cell(1, 'Ủy viên'), cell(1, 'Tổ trưởng')], 3);
  expect(columns.map(({ length }) => length)).toEqual([0, 2, 0]);
});

test('a heading leaves out what every committee of the office says', () => {
  const office = 'Ủy ban nhân dân tỉnh Sa Thạch';
  expect(shortName('Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch', office)).toBe('BCĐ Chuyển đổi số');
  expect(shortName('Hội đồng Thi đua tỉnh Sa Thạch', office)).toBe('HĐ Thi đua');
  expect(shortName('Ban Chỉ đạo Chuyển đổi số tỉnh Khe Sương', office)).toBe('BCĐ Chuyển đổi số tỉnh Khe Sương');
  expect(shortName('Tổ rà soát', '')).toBe('Tổ rà soát');
});
