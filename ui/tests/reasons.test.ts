import { vi } from '$lib/messages/vi';
import { reasonsOf } from '$lib/reasons';
import type { ReasonLine } from '$lib/types';
import { expect, test } from 'vitest';

const reason = (relation: ReasonLine['relation'], id: string, since = '2017-05-20'): ReasonLine => ({
  relation,
  decision: `${id}/QĐ-UBND`,
  decision_id: id,
  date: since,
  since,
});

test('a decision that does several things on one day is named once', () => {
  const reasons = reasonsOf([reason('reconstitutes', '890'), reason('amends', '890'), reason('reconstitutes', '2040')]);
  expect(reasons.map(({ id, relations }) => [id, relations])).toEqual([
    ['890', ['reconstitutes', 'amends']],
    ['2040', ['reconstitutes']],
  ]);
});

test('what shows from another day is said by itself', () => {
  expect(reasonsOf([reason('amends', '1'), reason('amends', '1', '2018-01-01')])).toHaveLength(2);
});

test('a paper is named by what its symbol stands for', () => {
  const { decision } = vi.committee;
  expect(decision('215/QĐ-UBND')).toBe('Quyết định 215/QĐ-UBND');
  expect(decision('1422/UBND-VX')).toBe('Văn bản 1422/UBND-VX');
  expect(decision('08/2021/NQ-HĐND')).toBe('Nghị quyết 08/2021/NQ-HĐND');
  expect(decision('Kỳ họp thứ 12')).toBe('Kỳ họp thứ 12');
});
