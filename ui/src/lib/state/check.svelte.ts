// Whether the record is whole. Looked at by itself after each opening, beside whatever one does meanwhile.

import { asFailure, call } from '$lib/backend';
import type { Failure, FirstBad, Verification } from '$lib/types';
import { desk } from './desk.svelte';

class Check {
  running = $state(false);
  found = $state.raw<Verification | null>(null);
  failure = $state.raw<Failure | null>(null);
  #of: string | null = null;

  async run(): Promise<void> {
    const path = desk.opened?.path ?? null;
    if (this.running && this.#of === path) return;
    this.#of = path;
    this.running = true;
    [this.found, this.failure] = [null, null];
    let found: Verification | null = null;
    let failure: Failure | null = null;
    try {
      found = await call('verify', {});
    } catch (error) {
      failure = asFailure(error);
    }
    // Another register was opened meanwhile: this is said of the one before.
    if (this.#of !== path) return;
    [this.running, this.found, this.failure] = [false, found, failure];
  }

  /** The first bad place: as the whole walk found it, else the quick look at the opening. */
  get firstBad(): FirstBad | null {
    return this.found ? this.found.first_bad : (desk.opened?.damage ?? null);
  }

  /** Whether somebody must be told. */
  get wrong(): boolean {
    return this.firstBad !== null || (this.found !== null && !(this.found.ok && this.found.derived_ok));
  }
}

export const check = new Check();
