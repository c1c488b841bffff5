import { pieces } from '$lib/marks';
import { expect, test } from 'vitest';

const told = (text: string, marks: { id: string; start: number; end: number }[]) =>
  pieces(text, marks).map(({ text: piece, marks: over }) => [piece, over.map(({ id }) => id).join('+')]);

test('a text is cut where marks begin and end', () => {
  expect(told('Số: 1943/QĐ-UBND', [{ id: 'number', start: 4, end: 16 }])).toEqual([
    ['Số: ', ''],
    ['1943/QĐ-UBND', 'number'],
  ]);
});

test('offsets are Unicode scalars, not UTF-16 units', () => {
  expect(told('𝔄 Đức', [{ id: 'name', start: 2, end: 5 }])).toEqual([
    ['𝔄 ', ''],
    ['Đức', 'name'],
  ]);
});

test('marks over each other are told the narrowest first', () => {
  const marks = [
    { id: 'member', start: 0, end: 10 },
    { id: 'name', start: 3, end: 6 },
  ];
  expect(told('0123456789', marks)).toEqual([
    ['012', 'member'],
    ['345', 'name+member'],
    ['6789', 'member'],
  ]);
});

test('a mark beyond the text is cut off, an empty one is left out', () => {
  expect(told('abc', [{ id: 'late', start: 2, end: 9 }])).toEqual([
    ['ab', ''],
    ['c', 'late'],
  ]);
  expect(told('abc', [{ id: 'none', start: 1, end: 1 }])).toEqual([['abc', '']]);
  expect(told('', [{ id: 'none', start: 0, end: 3 }])).toEqual([]);
});
