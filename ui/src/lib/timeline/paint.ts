// Paints a timeline on a canvas. What it costs hangs on the px that are seen, not on what the register holds.

import { paintEvents } from './paint-axis';
import { paintRings } from './paint-rings';
import { font } from './pen';
import type { Brush, Scene } from './scene';
import { type Sight, inSight } from './sight';
import type { Strip } from './strip';
import type { LaneKind } from '../types';

/** Paints everything; what is painted again and again on one canvas, with the strip that a pan moves. */
export function paint(brush: Brush, scene: Scene, strip: Strip) {
  const { pen, colours } = brush;
  const sight = inSight(scene);
  pen.save();
  pen.beginPath();
  pen.rect(scene.gutter, 0, scene.width - scene.gutter, scene.height);
  pen.clip();
  pen.translate(scene.gutter, 0);
  const panned = strip.paint(brush, scene, sight);
  pen.save();
  pen.beginPath();
  pen.rect(0, scene.head, scene.span.width, scene.height - scene.head);
  pen.clip();
  paintRings(brush, scene);
  pen.restore();
  paintEvents(brush, scene);
  pen.restore();
  if (!panned) names(brush, scene, sight.lanes);
  pen.fillStyle = colours.strong;
  pen.fillRect(0, scene.head - 1, scene.width, 1);
}

/** The names of the lanes at the left: as many lines as there is room, kept in sight while the lane is. */
function names({ pen, colours, measure }: Brush, scene: Scene, seen: Sight['lanes']) {
  const { columns, heights, head, scrolled, gutter, height } = scene;
  if (gutter === 0) return;
  pen.clearRect(0, 0, gutter, height);
  pen.save();
  pen.beginPath();
  pen.rect(0, head, gutter, height - head);
  pen.clip();
  pen.fillStyle = colours.line;
  pen.fillRect(gutter - 1, head, 1, height - head);
  pen.textAlign = 'left';
  for (let at = seen.from; at < seen.to; at += 1) {
    const lane = columns.lanes[at];
    if (!lane) continue;
    const [top, bottom] = [head + (heights.tops[at] ?? 0) - scrolled, head + (heights.tops[at + 1] ?? 0) - scrolled];
    if (at > 0) {
      pen.fillStyle = colours.line;
      pen.fillRect(0, Math.round(top), gutter, 1);
    }
    const lines = heights.names[at] ?? [{ text: cut(scene, measure, at), second: false }];
    let y = Math.min(Math.max(top, head), bottom - lines.length * LINE - 4) + LINE;
    for (const { text, second } of lines) {
      pen.font = font(11.5, second ? 400 : laneWeight(lane.kind));
      pen.fillStyle = second || lane.name === '' ? colours.second : colours.ink;
      pen.fillText(text, 2, y);
      y += LINE;
    }
  }
  pen.restore();
}

const LINE = 14;

/** As much of a name as fits on one line. */
function cut(scene: Scene, measure: Brush['measure'], at: number): string {
  const name = laneName(scene, at);
  return measure.fit(name, scene.gutter - 14, 11.5, laneWeight(scene.columns.lanes[at]?.kind)) || name;
}

/** All lines of the names of the lanes, for a width of the room at the left. */
export function laneLines(scene: Pick<Scene, 'columns' | 'said'>, measure: Brush['measure'], gutter: number, at: number) {
  const lane = scene.columns.lanes[at];
  const name = measure.wrap(laneName(scene, at), gutter - 14, 11.5, laneWeight(lane?.kind), 4);
  const second = measure.wrap(lane?.second ?? '', gutter - 14, 11.5, 400, 2);
  return [...name.map((text) => ({ text, second: false })), ...second.map((text) => ({ text, second: true }))];
}

function laneWeight(kind: LaneKind | undefined): number {
  return kind === 'committee' || kind === 'person' || kind === 'post' ? 600 : 400;
}

export function laneName({ columns, said }: Pick<Scene, 'columns' | 'said'>, at: number): string {
  const lane = columns.lanes[at];
  if (!lane) return '';
  const { kind } = lane;
  return kind === 'elsewhere' || kind === 'unknown' || kind === 'decisions' ? said.lane[kind] : lane.name;
}
