// The next thing in a direction, on a plane of boxes: how the arrow keys walk an org chart.

export interface Box {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function directionOf(key: string): Direction | null {
  return directions[key] ?? null;
}

/** The nearest box whose middle lies that way. Sideways a walk keeps to its own line, as a row of cards is read;
    up and down it goes to the next tier first, however far aside. */
export function nextBox(boxes: readonly Box[], from: Box, direction: Direction): Box | null {
  const middle = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const here = middle(from);
  const sideways = direction === 'left' || direction === 'right';
  let best: Box | null = null;
  let least = Infinity;
  for (const box of boxes) {
    if (box.key === from.key) continue;
    const there = middle(box);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    if (ahead <= 1) continue;
    const cost = sideways ? ahead + 6 * Math.abs(dy) : 4 * ahead + Math.abs(dx);
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}
