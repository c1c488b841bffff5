// A text cut where marks begin and end. The reader counts in Unicode scalars, JavaScript in UTF-16 units; a text
// with an emoji or a rare letter would be marked in the wrong place without this.

export interface Span {
  start: number;
  end: number;
}

export interface Piece<M extends Span> {
  text: string;
  /** The marks that lie over it, the narrowest first. */
  marks: M[];
}

export function pieces<M extends Span>(text: string, marks: readonly M[]): Piece<M>[] {
  const scalars = Array.from(text);
  const within = marks
    .map((mark) => ({ mark, start: Math.max(0, mark.start), end: Math.min(scalars.length, mark.end) }))
    .filter(({ start, end }) => start < end);
  const cuts = new Set([0, scalars.length]);
  for (const { start, end } of within) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? scalars.length;
    const over = within.filter((span) => span.start <= start && span.end >= end);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    return { text: scalars.slice(start, end).join(''), marks: over.map(({ mark }) => mark) };
  });
}
