// What of a plane is seen, and how large. Lengths of the plane are px at a zoom of 1.

export interface Camera {
  /** The place of the plane at the upper left corner of the view. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

const NEAREST = 3;
const FARTHEST = 0.002;
/** Left free around what is fitted or brought into view. */
const AIR = 16;

/** The whole plane in view, but never larger than it is drawn. */
export function fit(plane: Size, view: Size): Camera {
  const room = { width: Math.max(1, view.width - 2 * AIR), height: Math.max(1, view.height - 2 * AIR) };
  const zoom = within(Math.min(1, room.width / plane.width, room.height / plane.height));
  return {
    x: (plane.width - view.width / zoom) / 2,
    y: (plane.height - view.height / zoom) / 2,
    zoom,
  };
}

/** Where one looks first: at the head, in full size, where the width has room for it; else at the whole. */
export function firstLook(plane: Size, view: Size): Camera {
  return plane.width <= view.width + 1 ? { x: 0, y: 0, zoom: 1 } : fit(plane, view);
}

/** Larger or smaller, with the place under the pointer kept where it is. */
export function zoomed(camera: Camera, factor: number, at: { x: number; y: number }): Camera {
  const zoom = within(camera.zoom * factor);
  return {
    x: camera.x + at.x / camera.zoom - at.x / zoom,
    y: camera.y + at.y / camera.zoom - at.y / zoom,
    zoom,
  };
}

export function moved(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx / camera.zoom, y: camera.y + dy / camera.zoom };
}

/** Moved no further than needed for an area to be seen; nearer too, where one could not read it. */
export function showing(camera: Camera, area: Area, view: Size, least: number): Camera {
  if (camera.zoom < least) return centred(area, view, least);
  const air = AIR / camera.zoom;
  const [width, height] = [view.width / camera.zoom, view.height / camera.zoom];
  const along = (from: number, length: number, start: number, size: number) => {
    if (start - air < from || size + 2 * air > length) return start - air;
    return start + size + air > from + length ? start + size + air - length : from;
  };
  return {
    x: along(camera.x, width, area.x, area.width),
    y: along(camera.y, height, area.y, area.height),
    zoom: camera.zoom,
  };
}

function centred(area: Area, view: Size, zoom: number): Camera {
  return {
    x: area.x + area.width / 2 - view.width / zoom / 2,
    y: area.y + area.height / 2 - view.height / zoom / 2,
    zoom,
  };
}

/** A view that has lost the plane shows nothing: some of it always stays. A plane with room keeps to its corner. */
export function kept(camera: Camera, plane: Size, view: Size): Camera {
  const along = (from: number, length: number, size: number) => {
    if (size <= length) return Math.min(0, Math.max(size - length, from));
    const over = Math.min(length / 2, 4 * AIR);
    return Math.min(size - length + over, Math.max(-over, from));
  };
  return {
    x: along(camera.x, view.width / camera.zoom, plane.width),
    y: along(camera.y, view.height / camera.zoom, plane.height),
    zoom: camera.zoom,
  };
}

/** Between two, a part of the way: the zoom goes by its ratio, as the eye does. */
export function between(from: Camera, to: Camera, view: Size, part: number): Camera {
  if (part >= 1) return to;
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const middle = (camera: Camera) => ({
    x: camera.x + view.width / camera.zoom / 2,
    y: camera.y + view.height / camera.zoom / 2,
  });
  const [start, end] = [middle(from), middle(to)];
  const [x, y] = [start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part];
  return { x: x - view.width / zoom / 2, y: y - view.height / zoom / 2, zoom };
}

function within(zoom: number): number {
  return Math.min(NEAREST, Math.max(FARTHEST, zoom));
}
