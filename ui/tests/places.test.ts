import { type Place, pathOf, placeAt } from '$lib/places';
import { expect, test } from 'vitest';

const places: Place[] = [
  { screen: 'committees' },
  { screen: 'committee', id: '0198', tab: 'chart', seat: null },
  { screen: 'committee', id: 'a/b', tab: 'members', seat: '77.3' },
  { screen: 'decisions' },
  { screen: 'decision', id: '1943/QĐ-UBND' },
  { screen: 'import' },
  { screen: 'print', id: null },
  { screen: 'print', id: 'x' },
  { screen: 'settings' },
];

test.each(places)('$screen is found again at its path', (place) => {
  expect(placeAt(pathOf(place))).toEqual(place);
});

test('a path that names nothing leads nowhere', () => {
  for (const path of ['', '#', '#/elsewhere', '#/%E0%A4%A']) expect(placeAt(path)).toBeNull();
});
