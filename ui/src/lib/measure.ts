// How wide a text is on this screen.

let pen: CanvasRenderingContext2D | null | undefined;

export function textWidth(text: string, size: number, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d');
  // Without a canvas, a guess on the wide side: a label too few is better than two in one place.
  if (!pen) return text.length * size * 0.62;
  pen.font = `${weight} ${size}px 'Be Vietnam Pro'`;
  return pen.measureText(text).width;
}
