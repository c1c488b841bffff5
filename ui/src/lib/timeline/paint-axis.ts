// Above the days: the words of outside events, and the ticks with their names. Words keep within the edges of the screen.

import type { Tick } from './axis';
import { font, write } from './pen';
import { type Brush, EVENT_ROW, type Scene } from './scene';
import { xOf } from './span';

/** The words of outside events; their lines are of the ground. */
export function paintEvents({ pen, colours, measure }: Brush, { span, events }: Scene) {
  pen.font = font(11);
  pen.textAlign = 'left';
  for (const { day, words, row } of events) {
    if (row === null) continue;
    const x = xOf(span, day);
    const wide = measure.width(words, 11);
    if (x < -wide || x > span.width + wide) continue;
    const end = x + wide + 6 > span.width;
    write(pen, words, [end ? x - wide - 5 : x + 5, row * EVENT_ROW + 11], { colour: colours.amber, halo: colours.paper });
  }
}

/** The name of a tick as it was painted: the day that it begins at, and how many px it takes from there. */
export interface Label {
  day: number;
  wide: number;
}

/** The ticks, and those names that no edge cuts; answers the names. */
export function paintTicks(brush: Brush, scene: Scene, ticks: readonly Tick[]): Label[] {
  const { pen, colours, measure } = brush;
  const { span, head } = scene;
  const labels: Label[] = [];
  pen.textAlign = 'left';
  let free = -Infinity;
  for (const tick of ticks) {
    const { day, name, strong } = tick;
    const x = Math.round(xOf(span, day));
    paintTick(brush, scene, tick);
    const wide = name === null ? 0 : measure.width(name, 11, 600) + 3;
    if (name === null || x < free || cut(x, wide, span.width)) continue;
    pen.fillStyle = strong ? colours.ink : colours.second;
    pen.font = font(11, strong && name.length > 4 ? 600 : 400);
    pen.fillText(name, x + 3, head - 7);
    labels.push({ day, wide });
    free = x + wide + 7;
  }
  return labels;
}

/** A tick without its name. */
export function paintTick({ pen, colours }: Brush, { span, head }: Scene, { day, name, strong }: Tick) {
  const high = name === null ? 4 : 6;
  pen.fillStyle = strong ? colours.strong : colours.line;
  pen.fillRect(Math.round(xOf(span, day)), head - high, 1, high);
}

/** Whether an edge of the screen would cut a name that begins at an x. */
export const cut = (x: number, wide: number, width: number): boolean => x < -2 || x + wide > width;
