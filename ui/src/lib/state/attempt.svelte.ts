// One try at something that may be refused: busy meanwhile, and what refused it is said where it was pressed.

import { asFailure } from '$lib/backend';
import type { Failure } from '$lib/types';
import { keys } from './keys.svelte';

export class Attempt {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  async run(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await what();
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.busy = false;
    }
  }

  /** The same for what only an administrator may do: the key is asked for first. */
  async asAdministrator(what: () => Promise<void>): Promise<void> {
    this.failure = null;
    if (await keys.open()) await this.run(what);
  }
}
