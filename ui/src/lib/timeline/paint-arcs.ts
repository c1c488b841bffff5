// Relations as arcs, from the decision that acts to the one that is acted on.

import { blockAt, blockDay } from './clusters';
import { arcsOf, lowerBound } from './columns';
import { partsOf } from './paint-marks';
import { font, write } from './pen';
import { rowTop } from './rows';
import type { Brush, Scene } from './scene';
import { dayAt, xOf } from './span';

/** More arcs than this out of one block of days are a thicket: they show for what is chosen alone. */
const MOST = 11;

/** The arcs that go out from the bars of a row in sight, or from a little beyond, and those of the chosen bar both ways. */
export function paintArcs(brush: Brush, scene: Scene, row: number, y: number) {
  const { columns, span, chosen } = scene;
  const { begins, starts, arcFrom, arcTo, arcsIn } = columns;
  const [low, high] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  // Block by block, so that no arc comes or goes while one pans.
  const [begin, end] = [blockAt(span, span.left), blockAt(span, dayAt(span, span.width * 1.5))];
  let bar = lowerBound(begins, blockDay(span, begin), low, high);
  for (let block = begin; block <= end && bar < high; block += 1) {
    const next = lowerBound(begins, blockDay(span, block + 1), bar, high);
    const [from, to] = next > bar ? arcsOf(arcFrom, bar, next) : [0, 0];
    if (to - from <= MOST) for (let arc = from; arc < to; arc += 1) paintArc(brush, scene, arc, y, false);
    bar = next;
  }
  if (chosen === null || chosen.end - chosen.first > 1) return;
  const acted = chosen.first;
  if ((columns.row[acted] ?? -1) !== row) return;
  const [own, last] = arcsOf(arcFrom, acted, acted + 1);
  for (let arc = own; arc < last; arc += 1) paintArc(brush, scene, arc, y, true);
  let at = 0;
  let high2 = arcsIn.length;
  while (at < high2) {
    const middle = (at + high2) >>> 1;
    if ((arcTo[arcsIn[middle] ?? 0] ?? 0) < acted) at = middle + 1;
    else high2 = middle;
  }
  for (; at < arcsIn.length && arcTo[arcsIn[at] ?? 0] === acted; at += 1) {
    const arc = arcsIn[at] ?? 0;
    const acting = arcFrom[arc] ?? 0;
    paintArc(brush, scene, arc, topOf(scene, columns.row[acting] ?? 0), true);
  }
}

function topOf({ columns, heights, head, scrolled }: Scene, row: number): number {
  return head + rowTop(columns, heights, row) - scrolled;
}

function paintArc({ pen, colours, measure }: Brush, scene: Scene, arc: number, y: number, strong: boolean) {
  const { columns, span, heights, said } = scene;
  const [acting, other] = [columns.arcFrom[arc] ?? 0, columns.arcTo[arc] ?? 0];
  const [x, end] = [xOf(span, columns.begins[acting] ?? 0), xOf(span, columns.begins[other] ?? 0)];
  const { bar, thick } = partsOf(heights.row);
  const rise = heights.row >= 60 ? 22 : heights.row >= 34 ? 12 : 8;
  pen.strokeStyle = strong ? colours.ink : colours.second;
  pen.fillStyle = pen.strokeStyle;
  pen.lineWidth = strong ? 1.5 : 1;
  const relation = columns.source.arcs.relations[columns.arcRelation[arc] ?? 0];
  const words = relation ? said.relation[relation] : '';
  const roomy = heights.row >= 60;
  if (columns.row[acting] === columns.row[other]) {
    // Along one row in a bow over the bars.
    if (Math.abs(x - end) < 14) return;
    const over = y + bar - thick / 2 - 3;
    pen.beginPath();
    pen.moveTo(x - 4, over);
    pen.bezierCurveTo(x - 20, over - rise, end + 20, over - rise, end + 4, over);
    pen.stroke();
    head(pen, end + 3, over + 1, 0.6);
    const wide = measure.width(words, 11);
    if (roomy && x - end > wide + 60) {
      pen.font = font(11);
      const middle = Math.min(Math.max((x + end) / 2, wide / 2), span.width - wide / 2);
      write(pen, words, [middle - wide / 2, over - rise * 0.75 - 2], { colour: colours.second, halo: colours.paper });
    }
    return;
  }
  // Straight up or down to the other's bar, on the day on which it is acted on.
  const target = topOf(scene, columns.row[other] ?? 0) + bar;
  const up = target < y;
  const tip = target + (up ? thick / 2 + 1 : -thick / 2 - 1);
  pen.beginPath();
  pen.moveTo(x, y + bar);
  pen.lineTo(x, tip);
  pen.stroke();
  head(pen, x, tip, up ? -Math.PI / 2 : Math.PI / 2);
  if (roomy) {
    pen.font = font(11);
    const wide = measure.width(words, 11);
    const left = x + 9 + wide > span.width;
    write(pen, words, [left ? x - 9 - wide : x + 7, y + 12], { colour: colours.second, halo: colours.paper });
  }
}

/** The head of an arrow that points so many radians from the right downwards. */
function head(pen: CanvasRenderingContext2D, x: number, y: number, turn: number) {
  pen.save();
  pen.translate(x, y);
  pen.rotate(turn === 0.6 ? Math.PI * 0.72 : turn);
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(-7, -3.2);
  pen.lineTo(-7, 3.2);
  pen.closePath();
  pen.fill();
  pen.restore();
}
