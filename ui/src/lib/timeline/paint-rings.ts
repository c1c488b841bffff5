// The rings about what is chosen and what is pointed at.

import { type Run, reach, runs } from './clusters';
import { partsOf, pillOf } from './paint-marks';
import { rowTop } from './rows';
import { type Brush, type Scene, sameRun } from './scene';
import { xOf } from './span';

export function paintRings(brush: Brush, scene: Scene) {
  const { chosen, hovered } = scene;
  if (hovered && !sameRun(hovered, chosen)) ring(brush, scene, hovered, brush.colours.second);
  if (chosen) ring(brush, scene, chosen, brush.colours.accent);
}

function ring({ pen, measure }: Brush, scene: Scene, run: Run, colour: string) {
  const { columns, span, heights, head, scrolled } = scene;
  const row = columns.row[run.first] ?? 0;
  // At another zoom it may stand in a cluster with others.
  let stands = false;
  runs(columns, row, span, (first, end) => (stands ||= sameRun({ first, end }, run)));
  if (!stands) return;
  const { bar, thick } = partsOf(heights.row);
  const { bars, from } = reach(columns, run);
  const [x, middle] = [xOf(span, from), head + rowTop(columns, heights, row) - scrolled + bar];
  pen.beginPath();
  if (bars > 1) {
    const pill = pillOf(measure, bars, x);
    pen.roundRect(pill.x - 3, middle - 10, pill.wide + 6, 20, 10);
  } else pen.arc(x, middle, thick / 2 + 5, 0, 2 * Math.PI);
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.stroke();
}
