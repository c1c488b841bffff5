// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import type { Draft } from '$lib/types';
import { browserParts } from './support/page';

beforeAll(browserParts);

test('words of the paper take the place of a day that is none', async () => {
  const { review } = await import('$lib/state/review.svelte');
  review.drafts = [{ date: '2020-01-02', members: [], sub_bodies: [] } as unknown as Draft];
  review.dated('date', '31/2/2024', false);
  expect(review.stopped).toBe(true);
  expect(review.put('date', 'ngày 05 tháng 3 năm 2024', [])).toBe(true);
  expect([review.draft?.date, review.wrong]).toEqual(['2024-03-05', {}]);
});
