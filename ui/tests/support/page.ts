// A page in jsdom: components mounted for real, the commands answered by the test.

import { vi } from 'vitest';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { type Answer, type Name, call } from '$lib/backend';

type Answers = { [N in Name]?: Answer<N> | ((request: unknown) => Answer<N>) };

/** What was asked, command by command, in the order of asking. */
export const asked: { name: string; request: unknown }[] = [];

/** What jsdom has no idea of: the window's width, and that anything has a size. */
export function browserParts() {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  HTMLCanvasElement.prototype.getContext = () => null;
}

export function answers(known: Answers) {
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string, { body }: { body: string }) => {
    const name = url.replace('/call/', '');
    const request: unknown = JSON.parse(body);
    asked.push({ name, request });
    const answer = known[name as Name];
    const told = typeof answer === 'function' ? answer(request) : answer;
    const failure = { code: 'unknown_command', params: {}, detail: name };
    return Promise.resolve({ ok: told !== undefined, json: () => Promise.resolve(told ?? failure) });
  });
}

/** Nothing is remembered of what an earlier test was told. */
export async function forget() {
  answers({ rebuild: { rows: 0 } });
  await call('rebuild', {});
  answers({});
}

let mounted: Record<string, unknown> | null = null;

/** Draws a component, and waits until its questions are answered. */
export async function draw<P extends Record<string, unknown>>(component: Component<P>, props: P): Promise<HTMLElement> {
  clear();
  mounted = mount(component, { target: document.body, props }) as Record<string, unknown>;
  await settled();
  return document.body;
}

export function clear() {
  if (mounted) void unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
}

export async function settled() {
  for (let turn = 0; turn < 6; turn += 1) {
    flushSync();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  flushSync();
}

/** What an element says; the cells of a row apart, as they stand. */
export function words(element: Element | null): string {
  const parts = element instanceof HTMLTableRowElement ? [...element.cells] : [element];
  return parts.map((part) => (part?.textContent ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean).join(' ');
}

export const byTest = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
