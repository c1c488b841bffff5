// What the view says in a chart in its own words; what the register holds comes with the chart.

import type { Sign } from '../types';
import type { Signed } from './symbols';

export interface ChartWords {
  members: string;
  invited: string;
  agency: string;
  /** Why a class has nobody, and what is to be done. */
  classEmpty: string;
  /** At the foot of a card. */
  told: Partial<Record<Signed & Sign, string>>;
  count: (heads: number) => string;
}
