// The colours of the look, as a canvas needs them.

export interface Palette {
  paper: string;
  raised: string;
  wash: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  lineStrong: string;
  accent: string;
  amber: string;
  amberWash: string;
  /** What is new: the green of what was read surely. */
  came: string;
  face: string;
}

const names: Record<Exclude<keyof Palette, 'face'>, string> = {
  paper: '--paper',
  raised: '--raised',
  wash: '--wash',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  line: '--line',
  lineStrong: '--line-strong',
  accent: '--accent',
  amber: '--amber',
  amberWash: '--amber-wash',
  came: '--mark-line',
};

/** Reads them where an element stands: a pair for light and dark is decided there. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement('i');
  probe.hidden = true;
  element.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, colour(name)]));
  const face = getComputedStyle(element).fontFamily;
  probe.remove();
  return { ...(colours as Omit<Palette, 'face'>), face };
}
