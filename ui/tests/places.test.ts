import { type Place, pathOf, placeAt } from '$lib/places';
import { expect, test } from 'vitest';

const places: Place[] = [
  { screen: 'committees' },
  { screen: 'committee', id: '0198', tab: 'chart', seat: null },
  { screen: 'committee', id: '0198', tab: 'chart', seat: null, since: '2016-04-20' },
  { screen: 'committee', id: '0198', tab: 'chart', seat: 's.3', since: 'year' },
  { screen: 'committee', id: 'a/b', tab: 'members', seat: '77.3' },
  { screen: 'committee', id: '0198', tab: 'changes', seat: null },
  { screen: 'committee', id: '0198', tab: 'changes', seat: null, since: '2019-06-01' },
  { screen: 'committee', id: '0198', tab: 'changes', seat: null, since: 'year' },
  { screen: 'decisions' },
  { screen: 'decision', id: '1943/QĐ-UBND' },
  { screen: 'directory' },
  { screen: 'load' },
  { screen: 'findings' },
  { screen: 'organization', id: 'Sở Thông tin và Truyền thông' },
  { screen: 'post', id: '0198-77' },
  { screen: 'person', key: 'Nguyễn Đức Chung' },
  { screen: 'import', item: null },
  { screen: 'import', item: '01a225e3-37db-75ff-a6ef-98e1324e4aee' },
  { screen: 'print', id: null },
  { screen: 'print', id: 'x' },
  { screen: 'settings' },
  { screen: 'journal' },
];

test.each(places)('$screen is found again at its path', (place) => {
  expect(placeAt(pathOf(place))).toEqual(place);
});

test('a page of the directory without a name is the directory', () => {
  for (const path of ['#/organizations', '#/posts/', '#/people']) expect(placeAt(path)).toEqual({ screen: 'directory' });
});

test('a path that names nothing leads nowhere', () => {
  for (const path of ['', '#', '#/elsewhere', '#/%E0%A4%A']) expect(placeAt(path)).toBeNull();
});
