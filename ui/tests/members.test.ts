import { sideBySide } from '$lib/members';
import type { Composition, SeatOn } from '$lib/types';
import { expect, test } from 'vitest';

const seat = (who: string, role: string, told: Partial<SeatOn> = {}): SeatOn =>
  ({ id: who, role, kind: 'post', as_written: who, heads: 1, invited: false, holders: [], flags: [], ...told }) as SeatOn;
const composition = (seats: SeatOn[], bodies: Record<string, SeatOn[]> = {}): Composition =>
  ({
    heads: seats.length,
    seats,
    sub_bodies: Object.entries(bodies).map(([name, inside]) => ({ id: name, name, heads: inside.length, seats: inside })),
  }) as unknown as Composition;

test('the bodies inside a committee are set side by side, too', () => {
  const before = composition([seat('Giám đốc Sở Nội vụ', 'Ủy viên')], { 'Tổ giúp việc': [seat('Chánh Văn phòng', 'Tổ trưởng')] });
  const after = composition([seat('Giám đốc Sở Nội vụ', 'Ủy viên')], { 'Tổ giúp việc': [seat('Phó Văn phòng', 'Tổ trưởng')] });
  const sides = sideBySide(before, after);
  expect(sides.before.map(({ who, body, changed }) => [who, body, changed])).toEqual([
    ['Giám đốc Sở Nội vụ', null, false],
    ['Chánh Văn phòng', 'Tổ giúp việc', true],
  ]);
  expect(sides.after.at(-1)).toMatchObject({ who: 'Phó Văn phòng', body: 'Tổ giúp việc', changed: true });
});

test('who has another role neither comes nor goes, and roles stand together', () => {
  const before = composition([seat('Sở Y tế', 'Trưởng ban'), seat('Sở Nội vụ', 'Phó Trưởng ban'), seat('Công an tỉnh', 'Ủy viên')]);
  const after = composition([seat('Sở Y tế', 'Trưởng ban'), seat('Sở Nội vụ', 'Phó Trưởng ban'), seat('Bưu điện', 'Ủy viên'), seat('Công an tỉnh', 'Phó Trưởng ban')]);
  const sides = sideBySide(before, after);
  expect(sides.after.map(({ who, role, changed, moved }) => [who, role, changed, moved])).toEqual([
    ['Sở Y tế', 'Trưởng ban', false, false],
    ['Sở Nội vụ', 'Phó Trưởng ban', false, false],
    ['Công an tỉnh', 'Phó Trưởng ban', false, true],
    ['Bưu điện', 'Ủy viên', true, false],
  ]);
  expect(sides.before.at(-1)).toMatchObject({ who: 'Công an tỉnh', changed: false, moved: true });
});

test('a body that nobody sits in yet is shown', () => {
  const after = composition([seat('Sở Y tế', 'Trưởng ban')], { 'Tổ thư ký': [] });
  expect(sideBySide(null, after).after.at(-1)).toMatchObject({ who: '', body: 'Tổ thư ký', changed: true });
});

test('guests come last, and one who becomes a guest is a change', () => {
  const before = composition([seat('Bưu điện tỉnh', 'Ủy viên'), seat('Sở Y tế', 'Ủy viên')]);
  const after = composition([seat('Bưu điện tỉnh', 'Ủy viên', { invited: true }), seat('Sở Y tế', 'Ủy viên')]);
  expect(sideBySide(before, after).after.map(({ who, invited, moved }) => [who, invited, moved])).toEqual([
    ['Sở Y tế', false, false],
    ['Bưu điện tỉnh', true, true],
  ]);
});
