// The tray: what came in and is not recorded yet. It lies on the disk, so that it is there again after anything.

import { asFailure, call, upload } from '$lib/backend';
import { chooseFolder, choosePapers } from '$lib/files';
import { t } from '$lib/messages/index.svelte';
import type { Batch, Failure, TrayLine } from '$lib/types';
import { desk } from './desk.svelte';
import { keys } from './keys.svelte';

interface Coming {
  done: number;
  total: number;
  name: string;
}

class Tray {
  lines = $state.raw<readonly TrayLine[]>([]);
  /** What is being read just now. */
  coming = $state.raw<Coming | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What became of the last batch that was to be recorded. */
  batch = $state.raw<Batch | null>(null);
  recording = $state(false);
  #stopped = false;

  get ready(): readonly TrayLine[] {
    return this.lines.filter(({ state }) => state === 'ready');
  }

  async refresh(): Promise<void> {
    try {
      this.lines = (await call('tray', {})).items;
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  /** Files by the system's dialog; in a browser the field for files does it. */
  async choose(): Promise<void> {
    const m = t().importing;
    const files = await choosePapers(m.openTitle, m.files);
    if (Array.isArray(files)) await this.takePaths(files);
    else if (files) await this.takeFiles([...files]);
  }

  async chooseFolder(): Promise<void> {
    const folder = await chooseFolder(t().importing.folderTitle);
    if (Array.isArray(folder)) await this.takePaths(folder);
    else if (folder) await this.takeFiles([...folder]);
  }

  async takeFiles(files: readonly File[]): Promise<void> {
    await this.#take(
      files.map(({ name }) => name),
      async (at) => {
        const file = files[at];
        return file ? upload(file) : '';
      },
    );
  }

  async takePaths(paths: readonly string[]): Promise<void> {
    this.#begin();
    let all: string[];
    try {
      all = (await call('papers_in', { paths: [...paths] })).paths;
    } catch (error) {
      this.failure = asFailure(error);
      return;
    }
    const names = all.map((path) => path.split(/[\\/]/).at(-1) ?? path);
    await this.#take(names, (at) => Promise.resolve(all[at] ?? ''));
  }

  async paste(html: string | null, text: string | null): Promise<void> {
    this.#begin();
    await this.#single(() => call('take_pasted', { html, text }));
  }

  /** A paper that is not there: its form alone. */
  async byHand(): Promise<void> {
    this.#begin();
    await this.#single(() => call('by_hand', {}));
  }

  /** A paper that waits is taken up again. */
  async takeUp(entry: string): Promise<void> {
    this.#begin();
    await this.#single(() => call('take_up', { entry }));
  }

  stop() {
    this.#stopped = true;
  }

  async discard(item: string): Promise<void> {
    try {
      this.lines = (await call('discard', { item })).items;
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  /** Records everything that is ready, in legal order. */
  async recordReady(): Promise<void> {
    if (this.recording || this.ready.length === 0 || !(await keys.open())) return;
    this.recording = true;
    this.failure = null;
    try {
      this.batch = await call('record_items', { items: this.ready.map(({ item }) => item) });
      await desk.refresh();
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.recording = false;
      await this.refresh();
    }
  }

  /** Takes the last batch back, by entries that say so. */
  async undo(entries: readonly string[]): Promise<void> {
    if (!(await keys.open())) return;
    try {
      await call('undo_all', { entries: [...entries] });
      this.batch = null;
      await desk.refresh();
      desk.say(t().importing.undone(entries.length));
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  #begin() {
    desk.go({ screen: 'import', item: null });
    this.failure = null;
    this.batch = null;
    desk.notice = null;
  }

  async #single(take: () => Promise<{ items: string[] }>) {
    try {
      const [item] = (await take()).items;
      await this.refresh();
      if (item) desk.go({ screen: 'import', item });
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  /** One file after the other, so that one sees how far it is and can stop; what belongs together is put together last. */
  async #take(names: readonly string[], path: (at: number) => Promise<string>) {
    this.#begin();
    this.#stopped = false;
    const items: string[] = [];
    try {
      for (const [at, name] of names.entries()) {
        if (this.#stopped) break;
        this.coming = { done: at, total: names.length, name };
        items.push(...(await call('take_in', { paths: [await path(at)] })).items);
      }
      if (items.length > 0) this.lines = (await call('gather', { items })).items;
    } catch (error) {
      this.failure = asFailure(error);
      await this.refresh();
    } finally {
      this.coming = null;
    }
    // One paper is opened at once, in however many files it came.
    const known = new Set(items);
    const own = this.lines.filter(({ item, files }) => known.has(item) || files.some((file) => names.includes(file)));
    const [only] = own;
    if (only && own.length === 1 && only.state !== 'refused') desk.go({ screen: 'import', item: only.item });
  }
}

export const tray = new Tray();
