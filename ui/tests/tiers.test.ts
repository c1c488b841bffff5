// Four tiers: what is no component (functions, words, state), then shared, domain, views. A lower tier never
// imports a higher one; a shared component knows nothing of this register's state either.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(svelte|ts)$/.test(file));
const text = (file: string) => readFileSync(new URL(file, root), 'utf8');

function tier(path: string): number {
  if (path.startsWith('views/') || path.startsWith('App')) return 3;
  if (path.startsWith('lib/domain/')) return 2;
  return path.startsWith('lib/shared/') ? 1 : 0;
}

function imports(file: string): string[] {
  const named = [...text(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from ?? '');
  return named
    .filter((from) => from.startsWith('.') || from.startsWith('$lib'))
    .map((from) => (from.startsWith('$lib') ? from.replace('$lib', 'lib') : posix.join(posix.dirname(file), from)));
}

test.each(files.filter((file) => file !== 'main.ts'))('%s looks only at its own tier and below', (file) => {
  expect(imports(file).filter((from) => tier(from) > tier(file))).toEqual([]);
});

test.each(files.filter((file) => tier(file) === 1))('%s would serve another register as well', (file) => {
  expect(imports(file).filter((from) => /lib\/state\/(desk|papers|asked)/.test(from))).toEqual([]);
});

test('no file holds more than one can read at once', () => {
  for (const file of files) expect(text(file).split('\n').length, file).toBeLessThanOrEqual(300);
});
