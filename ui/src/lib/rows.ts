/** Rows of a long list beside those in sight: a quick scroll does not show an empty page. */
const SPARE = 8;

/** The rows to draw: those in sight, and some before and after. */
export function inSight(count: number, height: number, top: number, room: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / height) - SPARE);
  const to = Math.min(count, Math.ceil((top + room) / height) + SPARE);
  return { from: Math.min(from, to), to };
}
