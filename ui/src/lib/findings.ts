// Things to look at, put together by their kind: one heading, one rule, one way out, and the places below.

import { grouped } from './grouped';
import type { Finding, Severity } from './types';

export interface FindingGroup {
  /** The key of its words; a rule of a pack has its own, and is named by what it asks. */
  kind: string;
  severity: Severity;
  rule: Finding['rule'];
  findings: Finding[];
}

/** One code stands for four cases, which the rule tells apart: a paper, a name, the post of a seat, a letter. */
export function kindOf({ code, rule }: Finding): string {
  if (code !== 'unresolved_reference' || rule.source !== 'register') return code;
  return { '2.2': 'unresolved_words', '5.2': 'unresolved_seat', '5.6': 'unresolved_letter' }[rule.section] ?? code;
}

/** In the order in which they come: errors first. */
export function groupsOf(findings: readonly Finding[]): FindingGroup[] {
  const key = (finding: Finding) => JSON.stringify([finding.severity, kindOf(finding), finding.rule]);
  const groups = [...grouped(findings, key).values()].flatMap((some): FindingGroup[] => {
    const [first] = some;
    return first ? [{ kind: kindOf(first), severity: first.severity, rule: first.rule, findings: some }] : [];
  });
  return groups.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
