// The one way to the commands. In the shell they go through Tauri; in a browser to the stand that answers with
// the same code over HTTP.

import type { Commands } from './generated/commands';
import type { Failure } from './types';

export type Name = keyof Commands;
export type Request<N extends Name> = Commands[N]['request'];
export type Answer<N extends Name> = Commands[N]['answer'];

export const inShell = '__TAURI_INTERNALS__' in globalThis;

/** What a command refuses with. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** Commands whose answers hold until something is recorded, or another register is opened. */
const kept: ReadonlySet<Name> = new Set([
  'list',
  'show',
  'chart',
  'office_chart',
  'timeline',
  'timeline_drawing',
  'decision',
  'status',
  'compare',
  'seat',
  'matrix',
  'check',
  'directory',
  'organization',
  'post',
  'history',
  'search',
  'preview',
  'entries',
  'administrators',
  'waiting',
]);
/** Commands that change nothing, but whose answers depend on more than their request: on files, on the disk. */
const looks: ReadonlySet<Name> = new Set([
  'desk',
  'read',
  'rehearse',
  'rehearse_post',
  'papers',
  'print',
  'printing',
  'stop_printing',
  'verify_code',
  'verify',
  'papers_in',
  'tray',
  'tray_item',
  'take_in',
  'take_pasted',
  'by_hand',
  'take_up',
  'gather',
  'keep',
  'discard',
  'page_picture',
]);

const answers = new Map<string, Promise<unknown>>();
const LIMIT = 400;

export async function call<N extends Name>(name: N, request: Request<N>): Promise<Answer<N>> {
  if (!kept.has(name)) {
    const answer = await ask(name, request);
    if (!looks.has(name)) answers.clear();
    return answer;
  }
  const key = `${name} ${JSON.stringify(request)}`;
  const known = answers.get(key) as Promise<Answer<N>> | undefined;
  if (known) return known;
  const asked = ask(name, request);
  if (answers.size >= LIMIT) answers.delete(answers.keys().next().value ?? '');
  answers.set(key, asked);
  // A refusal is not kept: the next try may find the file unlocked.
  asked.catch(() => answers.delete(key));
  return asked;
}

async function ask<N extends Name>(name: N, request: Request<N>): Promise<Answer<N>> {
  if (!inShell) return overHttp(`/call/${name}`, JSON.stringify(request), 'application/json');
  const { invoke } = await import('@tauri-apps/api/core');
  try {
    return await invoke<Answer<N>>('call', { name, request });
  } catch (error) {
    throw new Refused(asFailure(error));
  }
}

/** Hands a file of the browser to the stand; the answer is where it lies. */
export async function upload(file: File): Promise<string> {
  const { path } = await overHttp<{ path: string }>(
    `/upload?name=${encodeURIComponent(file.name)}`,
    await file.arrayBuffer(),
    'application/octet-stream',
  );
  return path;
}

async function overHttp<T>(url: string, body: BodyInit, type: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
  } catch (error) {
    throw new Refused({ code: 'no_answer', params: {}, detail: String(error) });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(asFailure(answer));
  return answer as T;
}

/** Whatever was thrown, in the form that has a sentence. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  if (typeof error === 'object' && error !== null && 'code' in error && 'params' in error) return error as Failure;
  return { code: 'no_answer', params: {}, detail: error instanceof Error ? error.message : String(error) };
}
