// The paper on the way in: it stays on the desk while one looks at other screens, and is recorded or discarded.

import { asFailure, call, upload } from '$lib/backend';
import { t } from '$lib/messages/index.svelte';
import type { Draft, Failure, ReadAnswer, Rehearsal } from '$lib/types';
import { emptyMember } from '$lib/drafts';
import { desk } from './desk.svelte';
import { keys } from './keys.svelte';

class Papers {
  reading = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  read = $state.raw<ReadAnswer | null>(null);
  /** The drafts as they are mended; deep, so that a field can be bound. */
  drafts = $state<Draft[]>([]);
  at = $state(0);
  /** Which line of the paper each member came from, draft by draft; null for one added by hand. */
  origins = $state<(number | null)[][]>([]);
  rehearsal = $state.raw<Rehearsal | null>(null);
  refused = $state.raw<Failure | null>(null);
  recording = $state(false);

  /** Opens the system's dialog; in a browser the field for files does it. */
  async choose(): Promise<void> {
    const { open } = await import('@tauri-apps/plugin-dialog');
    const filters = [{ name: t().importing.files, extensions: ['docx', 'xlsx', 'csv', 'txt', 'html', 'htm'] }];
    const path = await open({ title: t().importing.openTitle, multiple: false, filters });
    if (path !== null) await this.open(path);
  }

  async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    await this.#through(file.name, async () => this.#take(await upload(file)));
    if (files.length > 1) desk.say(t().importing.manyFiles);
  }

  async openPaths(paths: readonly string[]): Promise<void> {
    const [path] = paths;
    if (!path) return;
    await this.open(path);
    if (paths.length > 1) desk.say(t().importing.manyFiles);
  }

  async open(path: string): Promise<void> {
    await this.#through(path.split(/[\\/]/).at(-1) ?? path, () => this.#take(path));
  }

  async #through(name: string, take: () => Promise<void>) {
    desk.go({ screen: 'import' });
    this.discard();
    this.reading = name;
    desk.notice = null;
    try {
      await take();
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.reading = null;
    }
  }

  async #take(path: string) {
    const read = await call('read', { path });
    this.read = read;
    this.drafts = structuredClone(read.decisions);
    this.origins = read.decisions.map(({ members }) => members.map((_, index) => index));
    this.at = 0;
  }

  addMember() {
    this.drafts[this.at]?.members.push(emptyMember());
    this.origins[this.at]?.push(null);
  }

  removeMember(index: number) {
    this.drafts[this.at]?.members.splice(index, 1);
    this.origins[this.at]?.splice(index, 1);
  }

  /** What recording the draft would change. The answer to an older wording is dropped. */
  async rehearse(draft: Draft): Promise<void> {
    try {
      const rehearsal = await call('rehearse', { draft, path: this.read?.path ?? null });
      if (JSON.stringify(draft) === JSON.stringify(this.drafts[this.at])) this.rehearsal = rehearsal;
      this.refused = null;
    } catch (error) {
      this.rehearsal = null;
      this.refused = asFailure(error);
    }
  }

  /** Records the draft that is looked at, and shows the committee on the day on which it takes effect. */
  async record(): Promise<void> {
    const draft = this.drafts[this.at];
    if (!draft || this.recording || !(await keys.open())) return;
    this.recording = true;
    this.refused = null;
    try {
      const on = this.rehearsal?.committees[0]?.after.on ?? draft.date ?? desk.date;
      const recorded = await call('record', { draft: $state.snapshot(draft), path: this.read?.path ?? null });
      const [id] = recorded.committees;
      await desk.refresh();
      desk.say(t().importing.recorded(draft.number ?? '', recorded.committees.length, on));
      this.#leave();
      desk.setDate(on);
      if (this.drafts.length > 0) return;
      if (id) desk.go({ screen: 'committee', id, tab: 'chart', seat: null });
      else desk.go({ screen: 'decisions' });
    } catch (error) {
      this.refused = asFailure(error);
    } finally {
      this.recording = false;
    }
  }

  /** What was recorded leaves the desk; other decisions of the same paper stay for their turn. */
  #leave() {
    if (this.drafts.length <= 1 || !this.read) return this.discard();
    const at = this.at;
    const marks = this.read.marks.filter(({ decision }) => decision !== at);
    const moved = marks.map((mark) => (mark.decision > at ? { ...mark, decision: mark.decision - 1 } : mark));
    this.read = { ...this.read, marks: moved, decisions: this.read.decisions.filter((_, index) => index !== at) };
    this.drafts.splice(at, 1);
    this.origins.splice(at, 1);
    this.at = 0;
    this.rehearsal = null;
  }

  discard() {
    this.read = null;
    this.drafts = [];
    this.origins = [];
    this.at = 0;
    this.failure = null;
    this.rehearsal = null;
    this.refused = null;
  }
}

export const papers = new Papers();