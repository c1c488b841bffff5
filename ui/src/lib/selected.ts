// Words selected in the paper, with the places where they stand, in the Unicode scalars that the reader counts in.

import type { Place } from './mending';

export interface Selected {
  text: string;
  places: Place[];
  /** Where the selection ends on the screen, in px of the window. */
  right: number;
  bottom: number;
}

/** What is selected inside a paper; null where nothing is. */
export function selectedIn(paper: HTMLElement): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.commonAncestorContainer)) return null;
  const places: Place[] = [];
  const words: string[] = [];
  for (const block of paper.querySelectorAll<HTMLElement>('[data-block]')) {
    if (!range.intersectsNode(block)) continue;
    const own = within(range, block);
    const text = own.toString();
    if (text.trim() === '') continue;
    const start = scalars(upTo(block, own));
    places.push({ block: Number(block.dataset['block']), start, end: start + scalars(text) });
    words.push(text);
  }
  if (places.length === 0) return null;
  const box = range.getBoundingClientRect();
  return { text: words.join(' '), places, right: box.right, bottom: box.bottom };
}

/** The part of a range that lies in a block. */
function within(range: Range, block: HTMLElement): Range {
  const own = document.createRange();
  own.selectNodeContents(block);
  if (own.compareBoundaryPoints(Range.START_TO_START, range) < 0) own.setStart(range.startContainer, range.startOffset);
  if (own.compareBoundaryPoints(Range.END_TO_END, range) > 0) own.setEnd(range.endContainer, range.endOffset);
  return own;
}

function upTo(block: HTMLElement, own: Range): string {
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(own.startContainer, own.startOffset);
  return before.toString();
}

const scalars = (text: string): number => Array.from(text).length;
