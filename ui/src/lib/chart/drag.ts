// A press that moves is a drag; one that stays where it was is a press.

interface Drag {
  /** Moved on by so many px. */
  onmove: (dx: number, dy: number) => void;
  /** Over; `pressed` is where it was, when it never moved. */
  onend: (pressed: PointerEvent | null) => void;
}

/** Less than this the hand trembles. */
const TREMBLE = 4;

export function drag(start: PointerEvent, { onmove, onend }: Drag) {
  let last = { x: start.clientX, y: start.clientY };
  let moving = false;
  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (!moving && Math.hypot(x - start.clientX, y - start.clientY) < TREMBLE) return;
    moving = true;
    onmove(last.x - x, last.y - y);
    last = { x, y };
  };
  const end = (event: PointerEvent) => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    onend(!moving && event.type === 'pointerup' ? event : null);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
