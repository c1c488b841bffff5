// What lies open, on which date, and where the window stands. The one place that the screens share.

import { asFailure, call } from '$lib/backend';
import { type Place, pathOf, placeAt } from '$lib/places';
import type { DecisionOn, Failure, Opened } from '$lib/types';
import { preferences } from './preferences.svelte';

export interface Notice {
  text: string;
  failed: boolean;
  /** What can be done about it. */
  act?: { label: string; run: () => void };
}

/** Long enough to read a sentence twice, in milliseconds. */
const SAID_FOR = 7000;

class Desk {
  opened = $state.raw<Opened | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Whether the door stands open though a register lies there: another one is wanted. */
  door = $state(false);
  date = $state('1970-01-01');
  place = $state.raw<Place>({ screen: 'committees' });
  notice = $state.raw<Notice | null>(null);
  /** When it was said. */
  #said = 0;
  /** Whether there is room for the margin beside the page; without, it folds, and lies over the page when asked. */
  roomy = $state(true);
  margin = $state(true);
  /** Grows with every recording: whatever was asked is asked again. */
  changes = $state(0);
  /** The committee looked at last: the strip, the print screen and the stepping keep to it. */
  committee = $state<string | null>(null);
  /** The decisions that the strip shows, in legal order: the steps of ‹ and ›. */
  steps = $state.raw<readonly DecisionOn[]>([]);

  constructor() {
    const wide = matchMedia('(min-width: 1101px)');
    const fit = () => {
      this.roomy = wide.matches;
      this.margin = wide.matches;
    };
    wide.addEventListener('change', fit);
    fit();
  }

  /** Whether anything can be recorded: a key is open. */
  get mayWrite(): boolean {
    return this.opened !== null && this.opened.administrator !== null;
  }

  async open() {
    this.failure = null;
    try {
      await this.enter(await call('desk', {}));
    } catch (error) {
      this.failure = asFailure(error);
    }
  }

  /** Sits down at a register. One that was chosen at the door has nothing of where the window stood before. */
  async enter(opened: Opened, { afresh = false } = {}) {
    this.date = preferences.lastDate(opened.path) ?? opened.opens_on;
    this.changes += 1;
    if (afresh) this.committee = null;
    await this.#stood(afresh);
    this.opened = opened;
    this.failure = null;
    this.door = false;
  }

  /** What changed in the register, without leaving the place. */
  async refresh() {
    this.changes += 1;
    this.opened = await call('desk', {});
  }

  /** At the path that the window was opened with, else at the only committee, else at the list. */
  async #stood(afresh: boolean) {
    const asked = afresh ? null : placeAt(location.hash);
    if (asked) return this.#stand(asked);
    const { committees } = await call('list', { on: this.date });
    const [only] = committees;
    if (only && committees.length === 1) {
      this.go({ screen: 'committee', id: only.id, tab: 'chart', seat: null }, { replace: true });
    } else {
      this.go({ screen: 'committees' }, { replace: true });
    }
  }

  #stand(place: Place) {
    this.place = place;
    if (place.screen === 'committee') this.committee = place.id;
    if (place.screen === 'print' && place.id !== null) this.committee = place.id;
  }

  go(place: Place, { replace = false } = {}) {
    const path = pathOf(place);
    this.#passed();
    if (path !== location.hash) history[replace ? 'replaceState' : 'pushState'](null, '', path);
    this.#stand(place);
  }

  /** The system's back and forward. */
  returned() {
    const place = placeAt(location.hash);
    if (place) this.#stand(place);
  }

  setDate(date: string) {
    if (date === this.date) return;
    this.#passed();
    this.date = date;
    if (this.opened) preferences.keepDate(this.opened.path, date);
  }

  /** What was said of another screen or day is over; what was said in going there stays. */
  #passed() {
    if (this.notice && !this.notice.failed && Date.now() - this.#said > 1000) this.notice = null;
  }

  /** Says something for a while. What failed stays until it was read and closed. */
  say(text: string, failed = false, act?: Notice['act']) {
    this.#said = Date.now();
    this.notice = act ? { text, failed, act } : { text, failed };
    if (!failed) setTimeout(() => (this.notice?.text === text ? (this.notice = null) : undefined), SAID_FOR);
  }
}

export const desk = new Desk();
