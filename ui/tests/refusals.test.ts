import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '$lib/messages/en';
import { vi } from '$lib/messages/vi';
import { expect, test } from 'vitest';

// The commands say codes, the window says sentences: each code that they can refuse with must have its own.
const commands = join(__dirname, '../../src-tauri/crates/api/src');
const sources = readdirSync(commands, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.rs'))
  .map((name) => readFileSync(join(commands, name), 'utf8').split('#[cfg(test)]')[0] ?? '');
const said = /Failure::(?:refused\(\s*|new\(\s*Kind::\w+,\s*)"([a-z_]+)"/g;
const codes = [...new Set(sources.flatMap((text) => [...text.matchAll(said)].map((found) => found[1] ?? '')))].sort();

test('the codes are found where the commands say them', () => {
  expect(codes).toContain('printing_stopped');
  expect(codes.length).toBeGreaterThan(20);
});

test.each(codes)('%s has a sentence in both languages', (code) => {
  expect(Object.keys(vi.refusals.codes)).toContain(code);
  expect(Object.keys(en.refusals.codes)).toContain(code);
});
