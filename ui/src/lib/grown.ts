// Text boxes as high as their text, in web views that do not know `field-sizing` (WebKitGTK): elsewhere the style does
// it, and nothing happens here.

import type { Attachment } from 'svelte/attachments';

const live = new Set<HTMLTextAreaElement>();
const waiting = new Set<HTMLTextAreaElement>();

/** All that changed are laid out at once: one by one, three hundred lines would be laid out three hundred times. */
function measure() {
  const boxes = [...waiting];
  waiting.clear();
  for (const box of boxes) box.style.height = 'auto';
  const heights = boxes.map((box) => box.scrollHeight + box.offsetHeight - box.clientHeight);
  boxes.forEach((box, at) => (box.style.height = `${heights[at] ?? 0}px`));
}

function want(boxes: Iterable<HTMLTextAreaElement>) {
  if (waiting.size === 0) requestAnimationFrame(measure);
  for (const box of boxes) waiting.add(box);
}

/** Made anew with every text: the height follows it, whoever changed it. */
export function grown(text: string | null | undefined): Attachment<HTMLTextAreaElement> | undefined {
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return undefined;
  return (box) => {
    void text;
    live.add(box);
    want([box]);
    return () => {
      live.delete(box);
      waiting.delete(box);
    };
  };
}

if (typeof window !== 'undefined') addEventListener('resize', () => want(live));
