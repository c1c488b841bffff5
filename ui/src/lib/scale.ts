// Days along a width, and labels along a line without running into each other.

export interface Scale {
  from: number;
  to: number;
  left: number;
  right: number;
}

export function place(scale: Scale, day: number): number {
  const span = Math.max(1, scale.to - scale.from);
  return scale.left + ((day - scale.from) / span) * (scale.right - scale.left);
}

/** The day under a point, kept within the scale. */
export function dayAt(scale: Scale, x: number): number {
  const span = Math.max(1, scale.to - scale.from);
  const day = scale.from + ((x - scale.left) / Math.max(1, scale.right - scale.left)) * span;
  return Math.round(Math.min(scale.to - 1, Math.max(scale.from, day)));
}

export interface Wanted {
  /** Where the thing is that the label belongs to. */
  x: number;
  width: number;
  /** The row where it would like to stand. */
  row: number;
}

export interface Set {
  /** Where the text starts. */
  x: number;
  row: number;
}

const GAP = 8;

/** Places labels in the order given: centred under its thing if there is room, else beginning or ending at it, in
    its own row or the next; a label that fits nowhere is left out (null) and shows when pointed at. */
export function placeLabels(wanted: readonly Wanted[], left: number, right: number, rows: number): (Set | null)[] {
  const taken: { row: number; from: number; to: number }[] = [];
  return wanted.map(({ x, width, row }) => {
    for (let step = 0; step < rows; step += 1) {
      const at = (row + step) % rows;
      for (const start of [x - width / 2, x - 6, x - width + 6, x + GAP, x - width - GAP]) {
        const kept = Math.min(Math.max(start, left), right - width);
        // Pushed back from an edge, a label must still stand at what it names.
        if (kept > x + GAP || kept + width < x - GAP) continue;
        const free = taken.every(
          (other) => other.row !== at || kept + width + GAP <= other.from || kept >= other.to + GAP,
        );
        if (!free) continue;
        taken.push({ row: at, from: kept, to: kept + width });
        return { x: kept, row: at };
      }
    }
    return null;
  });
}

/** Every how many years a year is named, so that the names keep apart. */
export function yearStep(pixelsPerYear: number, room = 44): number {
  return [1, 2, 5, 10, 20, 50].find((step) => step * pixelsPerYear >= room) ?? 100;
}
