// The review: one item of the tray, as it is worked on. Every change is kept on the disk a moment later, and tried
// against the register at once.

import { tick } from 'svelte';
import { asFailure, call } from '$lib/backend';
import { t } from '$lib/messages/index.svelte';
import type { Draft, EventDraft, Failure, Mark, Match, Rehearsal, Suggestion, TrayItem, WaitsFor, Work } from '$lib/types';
import * as mending from '$lib/mending';
import { desk } from './desk.svelte';
import { keys } from './keys.svelte';
import { tray } from './tray.svelte';

/** How long after a change it is kept, in milliseconds: a pause between two words. */
const KEPT_AFTER = 300;

class Review {
  item = $state.raw<TrayItem | null>(null);
  /** Deep, so that a field can be bound. */
  drafts = $state<Draft[]>([]);
  events = $state<EventDraft[]>([]);
  /** Thousands of them: replaced, never changed. */
  marks = $state.raw<readonly Mark[]>([]);
  settled = $state.raw<readonly string[]>([]);
  at = $state(0);
  rehearsal = $state.raw<Rehearsal | null>(null);
  /** Why the item cannot be shown. */
  failure = $state.raw<Failure | null>(null);
  /** Why it was not recorded. */
  refused = $state.raw<Failure | null>(null);
  recording = $state(false);
  /** What was typed and is no day, by its field: nothing is recorded while it stands there. */
  wrong = $state<Record<string, string>>({});
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #unkept: { item: string; work: Work } | null = null;
  #trying = false;
  #wanted: string | null = null;

  get draft(): Draft | undefined {
    return this.drafts[this.at];
  }

  /** What must be told apart before it can be recorded. */
  get open(): readonly Match[] {
    const asks = ({ found, words }: Match) => found === 'namesake' && !this.settled.includes(words);
    return (this.rehearsal?.matches ?? []).filter(asks);
  }

  /** What is written by hand without a file says where it is known from. */
  get unsourced(): boolean {
    return this.item?.files.length === 0 && !this.draft?.source_note?.trim();
  }

  get stopped(): boolean {
    return Object.keys(this.wrong).length > 0 || this.unsourced || (this.rehearsal?.questions.some(({ stops }) => stops) ?? true) || this.open.length > 0;
  }

  async show(item: string): Promise<void> {
    await this.flush();
    this.wrong = {};
    if (this.item?.item !== item) this.#clear();
    try {
      const shown = await call('tray_item', { item });
      this.item = shown;
      this.drafts = structuredClone(shown.work.drafts);
      this.events = structuredClone(shown.work.events);
      this.marks = shown.work.marks;
      this.settled = shown.work.settled;
      this.at = Math.min(shown.work.at, Math.max(0, this.drafts.length - 1));
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  #clear() {
    this.item = null;
    this.drafts = [];
    this.events = [];
    this.marks = [];
    this.rehearsal = null;
    this.failure = null;
    this.refused = null;
  }

  /** Keeps in mind, or forgets, that what stands in a field is no day. */
  dated(field: string, text: string, ok: boolean) {
    if (ok) delete this.wrong[field];
    else this.wrong[field] = text;
  }

  /** The work as it stands, as plain data. By way of JSON, which is ten times as quick as a snapshot of each value. */
  work(): Work {
    const plain = <T>(deep: T): T => JSON.parse(JSON.stringify(deep)) as T;
    return {
      drafts: plain(this.drafts),
      events: plain(this.events),
      marks: [...this.marks],
      settled: [...this.settled],
      at: this.at,
    };
  }

  /** Keeps the work in a moment; a newer change takes the place of this one. */
  keep(work: Work) {
    if (!this.item) return;
    this.#unkept = { item: this.item.item, work };
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.flush(), KEPT_AFTER);
  }

  /** Keeps what is not kept yet, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#keeping);
    const unkept = this.#unkept;
    this.#unkept = null;
    if (!unkept) return;
    try {
      await call('keep', unkept);
    } catch (error) {
      this.refused = asFailure(error);
    }
  }

  /** What recording the work would change. One question at a time: what was typed meanwhile is asked next. */
  async rehearse(work: Work): Promise<void> {
    const draft = work.drafts[work.at] ?? null;
    const events = this.drafts.length > 1 && work.at > 0 ? [] : work.events;
    this.#wanted = JSON.stringify({ draft: draft ?? {}, events });
    if (this.#trying) return;
    this.#trying = true;
    try {
      while (this.#wanted !== null) {
        const asked = this.#wanted;
        this.#wanted = null;
        const rehearsal = await call('rehearse', JSON.parse(asked));
        if (this.#wanted === null) this.rehearsal = rehearsal;
      }
    } catch (error) {
      this.rehearsal = null;
      this.refused = asFailure(error);
    } finally {
      this.#trying = false;
    }
  }

  /** The member lines of the committee or of a body inside it. */
  #lines(path: string): mending.Lines | undefined {
    return this.draft && mending.linesOf(this.draft, path, this.at);
  }

  addMember(path: string, at: number) {
    const lines = this.#lines(path);
    if (lines) this.marks = mending.addMember(lines, this.marks, at);
  }

  removeMember(path: string, at: number) {
    const lines = this.#lines(path);
    if (lines) this.marks = mending.removeMember(lines, this.marks, at);
  }

  moveMember(path: string, at: number, by: 1 | -1) {
    const lines = this.#lines(path);
    if (lines) this.marks = mending.moveMember(lines, this.marks, at, by);
  }

  splitMember(path: string, at: number, part: mending.Part, caret: number) {
    const lines = this.#lines(path);
    if (lines) this.marks = mending.splitMember(lines, this.marks, at, part, caret);
  }

  joinMember(path: string, at: number) {
    const lines = this.#lines(path);
    if (lines) this.marks = mending.joinMember(lines, this.marks, at);
  }

  addEntry(list: mending.ListKey) {
    if (this.draft) mending.addEntry(this.draft, list);
  }

  removeEntry(list: mending.ListKey, at: number) {
    this.wrong = mending.renamed(this.wrong, list, (entry) => (entry === at ? null : entry > at ? entry - 1 : entry));
    if (this.draft) this.marks = mending.removeEntry(this.draft, this.marks, this.at, list, at);
  }

  /** Puts selected words of the paper into a field, with the place where they stand. */
  put(field: string, text: string, places: readonly mending.Place[]): boolean {
    if (!this.draft || !mending.put(this.draft, field, text)) return false;
    this.marks = mending.marked(this.marks, this.at, field, places);
    delete this.wrong[field];
    return true;
  }

  /** Takes an answer; without a suggestion, the words stand as they are. */
  answer(match: Match, given: Suggestion | null) {
    const same = given !== null && given.why === 'same_name' && given.person_id === null;
    if (given === null || same) this.settled = [...this.settled, match.words];
    else if (this.draft) {
      mending.answer(this.draft, match, given);
      delete this.wrong[match.field];
    }
  }

  /** What was looked at and found right is doubtful no more. */
  confirm(field: string) {
    const own = (mark: Mark) => mark.decision === this.at && (mark.field === field || mark.field.startsWith(`${field}.`));
    // Marks that stay are not replaced: the whole paper would be drawn anew at every key.
    if (!this.marks.some((mark) => own(mark) && mark.sure < 1)) return;
    this.marks = this.marks.map((mark) => (own(mark) ? { ...mark, sure: 1 } : mark));
  }

  removeDraft() {
    this.wrong = {};
    const gone = this.at;
    this.drafts.splice(gone, 1);
    const moved = this.marks.filter(({ decision }) => decision !== gone);
    this.marks = moved.map((mark) => (mark.decision > gone ? { ...mark, decision: mark.decision - 1 } : mark));
    this.at = 0;
    this.rehearsal = null;
  }

  /** Waits until what was typed last has been tried. */
  async tried(): Promise<void> {
    await tick();
    while (this.#trying) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Records the item, and shows the committee on the day on which it takes effect. */
  async record(): Promise<void> {
    const item = this.item?.item;
    if (!item || this.recording || this.stopped || !(await keys.open())) return;
    this.recording = true;
    this.refused = null;
    await this.flush();
    try {
      const number = this.draft?.number ?? '';
      const on = this.rehearsal?.committees[0]?.after.on ?? this.draft?.date ?? desk.date;
      const batch = await call('record_items', { items: [item] });
      const [left] = batch.left;
      if (left) {
        this.refused = left.why;
        return;
      }
      const [recorded] = batch.recorded;
      const [id] = recorded?.committees ?? [];
      const m = t().importing;
      await desk.refresh();
      desk.say(number ? m.recorded(number) : m.recordedNews, false, {
        label: m.undo,
        run: () => void tray.undo(batch.entries),
      });
      this.#clear();
      await tray.refresh();
      if (id) desk.setDate(on);
      // Others that came with it are next; the last one shows what has become of its committee.
      if (tray.lines.some(({ state }) => state === 'ready' || state === 'asks') || !id) {
        desk.go({ screen: 'import', item: null });
      } else {
        desk.go({ screen: 'committee', id, tab: 'chart', seat: null });
      }
    } catch (error) {
      this.refused = asFailure(error);
    } finally {
      this.recording = false;
    }
  }

  /** Sets the item aside: received, not applied. */
  async setAside(waitsFor: WaitsFor, note: string): Promise<void> {
    if (!this.item) return;
    await this.flush();
    await call('set_aside', { item: this.item.item, waits_for: waitsFor, note });
    await desk.refresh();
    await this.#leave(t().importing.aside.done);
  }

  async discard(): Promise<void> {
    if (!this.item) return;
    this.#unkept = null;
    clearTimeout(this.#keeping);
    await tray.discard(this.item.item);
    await this.#leave(null);
  }

  async #leave(said: string | null) {
    this.#clear();
    await tray.refresh();
    desk.go({ screen: 'import', item: null });
    if (said) desk.say(said);
  }
}

export const review = new Review();
