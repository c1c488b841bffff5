import { countOf, groupsOf, kindOf } from '$lib/findings';
import { en } from '$lib/messages/en';
import { vi } from '$lib/messages/vi';
import type { Finding } from '$lib/types';
import { expect, test } from 'vitest';

const nowhere = { committee: null, seat: null, as_written: null, decision: null, number: null, date: null, person: null };
const finding = (code: string, section: string, severity: Finding['severity'] = 'warn'): Finding => ({
  code,
  severity,
  at: nowhere,
  rule: { source: 'register', section },
  what: [],
});

test('one code is told apart by its rule: a paper, a name, a post', () => {
  expect(kindOf(finding('unresolved_reference', '2.3'))).toBe('unresolved_reference');
  expect(kindOf(finding('unresolved_reference', '2.2'))).toBe('unresolved_words');
  expect(kindOf(finding('unresolved_reference', '5.2'))).toBe('unresolved_seat');
});

test('kinds stand together, and what contradicts itself comes first', () => {
  const found = [finding('vacant', '5.4'), finding('no_chair', '8.1'), finding('vacant', '5.4'), finding('duplicate', '8.4', 'error')];
  const groups = groupsOf(found);
  expect(groups.map(({ kind, findings }) => [kind, findings.length])).toEqual([
    ['duplicate', 1],
    ['vacant', 2],
    ['no_chair', 1],
  ]);
  expect(countOf(found, 'error')).toBe(1);
});

test('rules of packs stand each by itself', () => {
  const rule = (says: string): Finding => ({ ...finding('most_heads', ''), rule: { source: 'pack', says, text: 'NQ 5' } });
  expect(groupsOf([rule('Không quá 15 người'), rule('Không quá 20 người')])).toHaveLength(2);
});

// The words of `check`, as register/src/checks has them.
const codes =
  'vacant not_nominated post_ended class_empty successor_proposed person_left_post two_holders unknown_composition decision_suspended past_sunset reconstructed unresolved_reference ambiguous_reference tie same_name duplicate no_chair no_standing_agency basis_not_in_force replaced_twice count_mismatch correction_by_letter'.split(' ');

test.each(codes)('%s is said in both languages, with a way out', (code) => {
  for (const { findings } of [vi, en]) {
    const kind = findings.kinds[code as keyof typeof findings.kinds];
    expect(kind.title.length).toBeGreaterThan(5);
    expect(kind.way.length).toBeGreaterThan(15);
    expect(kind.what(['2024-01-02', '7'])).not.toContain('undefined');
  }
});

test('the rule is named, wherever it is written', () => {
  expect(vi.findings.source({ source: 'register', section: '5.4' })).toBe('quy tắc của sổ, mục 5.4');
  expect(vi.findings.source({ source: 'law', text: 'Nghị định 30/2020/NĐ-CP' })).toBe('Nghị định 30/2020/NĐ-CP');
  expect(vi.findings.source({ source: 'pack', says: 'Không quá 15 người', text: 'NQ 5' })).toBe('NQ 5');
});
