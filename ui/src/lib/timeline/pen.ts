// Letters and colours on a canvas.

/** The roles of the look that a timeline is drawn with, as the theme has them. */
export const roles = {
  paper: '--paper',
  raised: '--raised',
  wash: '--wash',
  ink: '--ink',
  second: '--ink-2',
  third: '--ink-3',
  line: '--line',
  strong: '--line-strong',
  accent: '--accent',
  onAccent: '--on-accent',
  amber: '--amber',
  bar: '--bar',
  ended: '--bar-ended',
  hover: '--hover',
} as const;

export type Colours = Record<keyof typeof roles, string>;

/** The colours as an element has them now; a canvas knows no roles. */
export function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement('span');
  element.append(probe);
  const entries = Object.entries(roles).map(([role, name]) => {
    probe.style.color = `var(${name})`;
    return [role, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}

const FACE = "'Be Vietnam Pro', system-ui, sans-serif";
export const font = (size: number, weight = 400) => `${weight} ${size}px ${FACE}`;

const LIMIT = 20_000;

/** Measures texts, each once. */
export class Measure {
  #known = new Map<string, number>();

  constructor(private readonly pen: Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | null) {}

  width(text: string, size: number, weight = 400): number {
    const key = `${weight}/${size}/${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size > LIMIT) this.#known.clear();
    // Without a canvas, a guess on the wide side.
    let width = text.length * size * 0.62;
    if (this.pen) {
      this.pen.font = font(size, weight);
      width = this.pen.measureText(text).width;
    }
    this.#known.set(key, width);
    return width;
  }

  /** As much of a text as fits: whole words, and a sign that there are more; nothing where not even one fits. */
  fit(text: string, room: number, size: number, weight = 400): string {
    if (this.width(text, size, weight) <= room) return text;
    const words = text.split(' ');
    // Halved, since a subject may be long and the room short.
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.width(`${words.slice(0, middle).join(' ')} …`, size, weight) <= room) low = middle;
      else high = middle - 1;
    }
    return low === 0 ? '' : `${words.slice(0, low).join(' ')} …`;
  }

  /** Lines of whole words, at most so many; the last one says if there were more. */
  wrap(text: string, room: number, size: number, weight = 400, most = 3): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ').filter(Boolean)) {
      const last = lines.at(-1);
      if (last !== undefined && this.width(`${last} ${word}`, size, weight) <= room) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    if (lines.length <= most) return lines;
    const rest = lines.slice(most - 1).join(' ');
    return [...lines.slice(0, most - 1), this.fit(rest, room, size, weight) || (lines[most - 1] ?? '')];
  }
}

/** Writes a text over whatever lies below it, with a halo that keeps it readable. */
export function write(
  pen: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  { colour, halo }: { colour: string; halo: string | null },
) {
  if (halo !== null) {
    pen.strokeStyle = halo;
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
