// The page that is measured: the chart drawn by the window's own component, and by d3-org-chart, of the same people.
// Bundled by ../chromium.mjs.

import OrgChart from '$lib/domain/OrgChart.svelte';
import type { Chart } from '$lib/types';
import '$lib/fonts.css';
import '$lib/tokens.css';
import '$lib/base.css';
import { OrgChart as Peer } from 'd3-org-chart';
import { flushSync, mount, unmount } from 'svelte';
import { costs, frame, rendered, room as empty, through } from '../frames';

const [WIDTH, HEIGHT] = [1120, 600];
const room = () => empty(WIDTH, HEIGHT);

/** One person as d3-org-chart wants it. */
interface Person {
  id: string;
  parentId: string | null;
  name: string;
  post: string;
}

const charts = new Map<number, Chart>();
const people = new Map<number, Person[]>();

const known = <T>(of: Map<number, T>, size: number): T => {
  const found = of.get(size);
  if (!found) throw new Error(`${size} was not loaded`);
  return found;
};

async function load(size: number, url: string) {
  const text = await (await fetch(url)).text();
  const begin = performance.now();
  const { chart, peer } = JSON.parse(text) as { chart: string; peer: Person[] };
  const parsing = performance.now();
  charts.set(size, JSON.parse(chart) as Chart);
  const parsed = performance.now() - parsing;
  people.set(size, peer);
  return { bytes: chart.length, parsed, begin };
}

function shown(size: number) {
  const target = room();
  const props = {
    chart: known(charts, size), of: String(size), label: 'Sơ đồ', chosen: null, name: () => 'vị trí',
    onchoose: () => undefined, onfold: () => undefined,
  };
  const made = mount(OrgChart, { target, props });
  flushSync();
  const root = target.querySelector<HTMLElement>('[data-testid=chart]');
  const canvas = root?.querySelector('canvas');
  if (!root || !canvas) throw new Error('there is no chart');
  return { root, canvas, end: () => void unmount(made) };
}

/** Whether something is to be seen: the canvas is read back, so that it has been drawn too. */
function drawn(canvas: HTMLCanvasElement): boolean {
  if (canvas.width < WIDTH / 2) return false;
  const pen = canvas.getContext('2d');
  const { data } = pen!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((part, at) => at % 4 === 3 && part > 0);
}

async function first(size: number, rounds: number) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    room();
    await rendered();
    await frame();
    const begin = performance.now();
    const { canvas, end } = shown(size);
    let now = await through();
    while (!drawn(canvas)) now = await rendered();
    times.push(now - begin);
    end();
  }
  return times;
}

const wheel = (root: HTMLElement, deltaY: number, ctrlKey = false) =>
  root.dispatchEvent(
    new WheelEvent('wheel', { deltaY, ctrlKey, clientX: WIDTH / 2, clientY: HEIGHT / 2, bubbles: true, cancelable: true }),
  );

/** Near enough to read, in the middle of the members. */
async function near(root: HTMLElement) {
  const percent = () => Number.parseFloat((root.querySelector('.size')?.textContent ?? '0').replace(',', '.'));
  for (let at = 0; at < 200 && percent() < 99; at += 1) {
    wheel(root, -60, true);
    await rendered();
  }
  if (percent() < 99) throw new Error(`the chart stays at ${percent()} %`);
}

/** Frames of a pan by the wheel, with letters that can be read. */
async function pan(size: number, steps: number) {
  const { root, canvas, end } = shown(size);
  while (!drawn(canvas)) await rendered();
  await near(root);
  const times = await costs(steps, (at) => void wheel(root, at % 40 < 20 ? 24 : -24));
  end();
  return times;
}

/** Frames of a zoom from what can be read out to the whole, and the most elements that there were meanwhile. */
async function zoom(size: number) {
  const { root, canvas, end } = shown(size);
  while (!drawn(canvas)) await rendered();
  await near(root);
  // What the tree for the keyboard holds is told when the camera rests: near, on the way, and at the whole.
  const rest = async () => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    return document.querySelectorAll('*').length;
  };
  let nodes = await rest();
  const times: number[] = [];
  for (let part = 0; part < 7; part += 1) {
    times.push(...(await costs(20, () => void wheel(root, 24, true))));
    nodes = Math.max(nodes, await rest());
  }
  end();
  return { times, nodes };
}

/** d3-org-chart, all of it unfolded, without its passages. */
async function peer(size: number) {
  const parent = room();
  await rendered();
  await frame();
  const data = known(people, size).map((person) => ({ ...person }));
  const begin = performance.now();
  new Peer<Person>()
    .container(parent as unknown as string)
    .data(data)
    .svgHeight(HEIGHT)
    .nodeWidth(() => 216)
    .nodeHeight(() => 50)
    .duration(0)
    .initialExpandLevel(1000)
    .nodeContent(({ data: { name, post } }) => `<div style="border:1px solid #ccc"><b>${name}</b><br>${post}</div>`)
    .render();
  const time = (await rendered()) - begin;
  const nodes = parent.querySelectorAll('.node').length;
  if (nodes < size) throw new Error(`d3-org-chart has drawn ${nodes} of ${size}`);
  return { time, nodes, elements: document.querySelectorAll('*').length };
}

/** Shows a chart until the next one, as it opens or so near that it can be read. */
let last: (() => void) | undefined;
async function look(size: number, close: boolean) {
  last?.();
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px 'Be Vietnam Pro'`)));
  const { root, canvas, end } = shown(size);
  last = end;
  while (!drawn(canvas)) await rendered();
  if (close) await near(root);
  // The camera rests, and the map with it.
  await new Promise((resolve) => setTimeout(resolve, 700));
}

Object.assign(globalThis, { charts: { load, first, pan, zoom, peer, look } });
