// Why a decision stands as it does: a decision that does several things to it on one day is named once.

import { grouped } from './grouped';
import type { ReasonLine, Relation } from './types';

export interface Reason {
  relations: Relation[];
  decision: string;
  id: string;
  since: string;
}

export function reasonsOf(because: readonly ReasonLine[]): Reason[] {
  const together = [...grouped(because, ({ decision_id: id, since }) => `${id} ${since}`).values()];
  return together.flatMap((some): Reason[] => {
    const [first] = some;
    if (!first) return [];
    const relations = [...new Set(some.map(({ relation }) => relation))];
    return [{ relations, decision: first.decision, id: first.decision_id, since: first.since }];
  });
}
