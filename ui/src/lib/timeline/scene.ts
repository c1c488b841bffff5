// What is to be painted, and where its parts lie.

import type { Columns } from './columns';
import type { Run } from './clusters';
import type { Colours, Measure } from './pen';
import type { Heights } from './rows';
import type { Span } from './span';
import type { Relation } from '../types';

/** The words of a timeline that come from the window's language. */
export interface Said {
  decisions: (count: number) => string;
  periods: (count: number) => string;
  lane: Record<'decisions' | 'elsewhere' | 'unknown', string>;
  empty: string;
  unknown: string;
  afterToday: string;
  relation: Record<Relation, string>;
}

export interface Scene {
  columns: Columns;
  span: Span;
  heights: Heights;
  /** How far the lanes are scrolled, in px. */
  scrolled: number;
  width: number;
  height: number;
  /** The room of the lanes' names at the left, and of axis and events above. */
  gutter: number;
  head: number;
  /** The date of the window. */
  day: number;
  chosen: Run | null;
  hovered: Run | null;
  events: readonly EventMark[];
  said: Said;
}

/** An outside event with the row of its words; null where they find no room. */
export interface EventMark {
  day: number;
  words: string;
  row: number | null;
}

export interface Brush {
  pen: CanvasRenderingContext2D;
  colours: Colours;
  measure: Measure;
}

/** The words of outside events stand in up to so many rows. */
export const EVENT_ROWS = 2;
export const EVENT_ROW = 15;
export const AXIS = 20;
export const DENSITY = 22;
/** Fewer decisions than this are all seen one by one. */
export const DENSE = 60;

export function headOf(columns: Columns, events: readonly EventMark[]): number {
  const rows = Math.max(0, ...events.map(({ row }) => (row === null ? 0 : row + 1)));
  return rows * EVENT_ROW + (columns.days.length > DENSE ? DENSITY : 0) + AXIS + 4;
}

/** What stands beside a bar: who, else which decision. */
export function wordsOf({ columns, said }: Pick<Scene, 'columns' | 'said'>, bar: number): string {
  const words = columns.words[bar] ?? -1;
  if (words >= 0) return columns.source.words[words] ?? '';
  const marks = columns.marks[bar] ?? 0;
  if (marks & 4) return said.empty;
  if (marks & 8) return said.unknown;
  return columns.source.decisions.numbers[columns.decision[bar] ?? -1] ?? '';
}

export const sameRun = (a: Run | null, b: Run | null) => a?.first === b?.first && a?.end === b?.end;
