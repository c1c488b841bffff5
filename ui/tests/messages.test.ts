import { en } from '$lib/messages/en';
import { vi } from '$lib/messages/vi';
import { expect, test } from 'vitest';

// The compiler sees a missing key. It does not see one left empty, or one that was only copied.
function leaves(words: object, path = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

test('both languages say the same things', () => {
  expect(leaves(en).map(([path]) => path)).toEqual(leaves(vi).map(([path]) => path));
});

test('nothing is left empty', () => {
  for (const [path, value] of [...leaves(vi), ...leaves(en)]) {
    if (typeof value === 'string') expect(value.trim(), path).not.toBe('');
  }
});

test('English has no Vietnamese letters but in names', () => {
  const names = ['product', 'settings.languages.vi'];
  for (const [path, value] of leaves(en)) {
    if (typeof value === 'string' && !names.includes(path)) expect(value, path).not.toMatch(/[ăđơưàáạảãằắặẳẵầấậẩẫ]/i);
  }
});

test('every refusal is a sentence that says more than its code', () => {
  for (const { refusals } of [vi, en]) {
    for (const [code, sentence] of Object.entries(refusals.codes)) {
      expect(sentence({}).length, code).toBeGreaterThan(15);
      expect(sentence({}), code).not.toContain('undefined');
    }
  }
});
