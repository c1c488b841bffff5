// What a bar or a cluster is, in words: for the pointer, the list and the panel.

import { isoOf } from '../dates';
import type { Messages } from '../messages/index.svelte';
import { type Run, type Standing, held, standing } from './clusters';
import { type Columns, FUTURE, NONE, OPEN } from './columns';
import { wordsOf } from './scene';

export interface Words {
  title: string;
  lines: string[];
}

/** A single bar by its words and its days; a cluster by how many, from when to when, and of which kinds. */
export function runWords(columns: Columns, run: Run, day: number, m: Messages): Words {
  if (run.end - run.first > 1) {
    const { bars, decisions, from, to, acts } = held(columns, run);
    const title = decisions ? m.timeline.decisions(bars) : m.timeline.periods(bars);
    return { title, lines: [m.timeline.span(isoOf(from), isoOf(to)), decisions ? m.timeline.acts(acts) : ''].filter(Boolean) };
  }
  const bar = run.first;
  const decision = columns.decision[bar] ?? NONE;
  const { numbers, subjects } = columns.source.decisions;
  const said = { ...m.timeline, relation: m.decisions.relation };
  const title = wordsOf({ columns, said }, bar);
  const person = isHeld(columns, bar);
  return {
    title,
    lines: [
      person ? (numbers[decision] ?? '') : (subjects[decision] ?? ''),
      [periodOf(columns, bar, m), stateWords(columns, bar, day, m)].filter(Boolean).join(' · '),
    ].filter(Boolean),
  };
}

export type State = Standing | 'future';

/** As it stands to the date; what begins after today apart. */
export function stateOf(columns: Columns, bar: number, day: number): State {
  return ((columns.marks[bar] ?? 0) & FUTURE) !== 0 ? 'future' : standing(columns, bar, day);
}

/** A decision is in force or not; whoever sits, and a post that is held, is there on the day or was. */
export function stateWords(columns: Columns, bar: number, day: number, m: Messages): string {
  const state = stateOf(columns, bar, day);
  if (state === 'future') return m.timeline.future;
  return (isHeld(columns, bar) ? m.timeline.held : m.timeline.state)[state];
}

/** Whether a bar is of a person or a seat, with words of its own, and not of a decision. */
function isHeld(columns: Columns, bar: number): boolean {
  return (columns.words[bar] ?? NONE) !== NONE;
}

export function periodOf(columns: Columns, bar: number, m: Messages): string {
  const end = columns.ends[bar] ?? OPEN;
  return m.timeline.period(isoOf(columns.begins[bar] ?? 0), end === OPEN ? null : isoOf(end));
}
