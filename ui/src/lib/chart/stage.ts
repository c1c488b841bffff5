// The canvas of a chart: it is drawn when something changed, at most once a frame; flights of the camera and the
// passage from one date to the next go on until they are there.

import { type Area, type Camera, type Size, between, firstLook, fit, kept, moved, showing, zoomed } from './camera';
import type { Look } from './look';
import { Painter } from './paint';
import { type Scene, boxAt } from './scene';
import { type Tween, onTheWay, tween } from './tween';

/** How long the eye needs to follow, in ms. */
const FLIGHT = 280;
const PASSAGE = 450;
/** Where one reads a seat that one was led to. */
const READING = 0.8;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
/** Slow at both ends. */
const eased = (part: number) => (part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) * (1 - part));

export class Stage {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  view: Size = { width: 0, height: 0 };
  private scene: Scene | null = null;
  private look: Look | null = null;
  private readonly painter: Painter;
  private asked = 0;
  private flight: { from: Camera; to: Camera; start: number } | null = null;
  private passage: { tween: Tween; start: number } | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    /** Told after each frame that moved the camera. */
    private readonly onmove: (camera: Camera) => void,
  ) {
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new Error('no canvas');
    this.painter = new Painter(ctx);
  }

  /** Another chart: the first look at it, or the way from the last one, where they are of the same thing. */
  show(scene: Scene, same: boolean) {
    const before = this.scene;
    this.scene = scene;
    if (!before || !same) {
      this.passage = null;
      this.flight = null;
      this.camera = firstLook(scene, this.view);
      this.onmove(this.camera);
    } else if (before !== scene) {
      const way = still() ? null : tween(before, scene);
      this.passage = way && { tween: way, start: performance.now() };
      this.jump(this.camera);
    }
    this.draw();
  }

  dress(look: Look) {
    this.look = look;
    this.draw();
  }

  resize(view: Size) {
    const first = this.view.width === 0;
    this.view = view;
    this.canvas.width = Math.round(view.width * devicePixelRatio);
    this.canvas.height = Math.round(view.height * devicePixelRatio);
    if (this.scene) this.jump(first ? firstLook(this.scene, view) : this.camera);
  }

  pan(dx: number, dy: number) {
    this.jump(moved(this.camera, dx, dy));
  }

  zoom(factor: number, at = { x: this.view.width / 2, y: this.view.height / 2 }) {
    this.jump(zoomed(this.camera, factor, at));
  }

  /** Larger or smaller by a button: slowly, about the middle. */
  zoomTo(zoom: number) {
    const at = { x: this.view.width / 2, y: this.view.height / 2 };
    this.fly(zoomed(this.camera, zoom / this.camera.zoom, at));
  }

  fit() {
    if (this.scene) this.fly(fit(this.scene, this.view));
  }

  /** Shows an area, near enough to be read. */
  reveal(area: Area, quick = false) {
    const to = showing(this.camera, area, this.view, READING);
    if (quick) this.jump(to);
    else this.fly(to);
  }

  centre(x: number, y: number) {
    const { zoom } = this.camera;
    this.jump({ x: x - this.view.width / zoom / 2, y: y - this.view.height / zoom / 2, zoom });
  }

  /** The box at a place of the view; -1 where there is none. */
  at(x: number, y: number): number {
    const { camera, scene } = this;
    return scene ? boxAt(scene, camera.x + x / camera.zoom, camera.y + y / camera.zoom) : -1;
  }

  draw() {
    this.asked ||= requestAnimationFrame((now) => {
      this.asked = 0;
      this.frame(now);
    });
  }

  stop() {
    cancelAnimationFrame(this.asked);
  }

  private jump(to: Camera) {
    this.flight = null;
    this.camera = this.scene ? kept(to, this.scene, this.view) : to;
    this.onmove(this.camera);
    this.draw();
  }

  private fly(to: Camera) {
    if (!this.scene || still()) return this.jump(to);
    this.flight = { from: this.camera, to: kept(to, this.scene, this.view), start: performance.now() };
    this.draw();
  }

  private frame(now: number) {
    const { scene, look, view } = this;
    if (!scene || !look || view.width === 0) return;
    if (this.flight) {
      const { from, to, start } = this.flight;
      const part = Math.min(1, Math.max(0, (now - start) / FLIGHT));
      this.camera = between(from, to, view, eased(part));
      if (part >= 1) this.flight = null;
      this.onmove(this.camera);
    }
    if (this.passage) this.pass(this.passage, now, scene, look);
    else this.painter.paint(scene, this.camera, view, devicePixelRatio, look);
    if (this.flight || this.passage) this.draw();
  }

  private pass({ tween, start }: { tween: Tween; start: number }, now: number, scene: Scene, look: Look) {
    const part = Math.min(1, Math.max(0, (now - start) / PASSAGE));
    if (part >= 1) {
      this.passage = null;
      return this.painter.paint(scene, this.camera, this.view, devicePixelRatio, look);
    }
    const plain = { ...look, chosen: -1, active: -1, hovered: -1 };
    const way = eased(part);
    this.painter.paint(onTheWay(tween, way), this.camera, this.view, devicePixelRatio, plain);
    this.painter.over(tween.goes, this.camera, this.view, devicePixelRatio, plain, 1 - way);
    this.painter.over(tween.comes, this.camera, this.view, devicePixelRatio, plain, way);
  }
}
