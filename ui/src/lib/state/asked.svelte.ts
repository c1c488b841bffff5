// A question to the commands that follows what it is made of: when the date moves, it is asked again, and until
// the new answer is there the old one stays on screen.

import { type Answer, type Name, type Request, asFailure, call } from '$lib/backend';
import type { Failure } from '$lib/types';
import { desk } from './desk.svelte';

export interface Asked<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
}

export function ask<N extends Name>(name: N, request: () => Request<N> | null): Asked<Answer<N>> {
  let value = $state.raw<Answer<N> | null>(null);
  let failure = $state.raw<Failure | null>(null);
  let waiting = $state(false);
  // One at a time: while the needle is dragged, the days passed over meanwhile are not asked for.
  let asking = false;
  let newest: Request<N> | null = null;

  async function run() {
    asking = true;
    while (newest !== null) {
      const asked = newest;
      newest = null;
      try {
        const answer = await call(name, asked);
        if (newest === null) [value, failure] = [answer, null];
      } catch (error) {
        if (newest === null) [value, failure] = [null, asFailure(error)];
      }
    }
    asking = false;
    waiting = false;
  }

  $effect(() => {
    const asked = request();
    // Read for its own sake: a recording asks everything again.
    void desk.changes;
    newest = asked;
    if (asked === null) return;
    waiting = true;
    if (!asking) void run();
  });

  return {
    get value() {
      return value;
    },
    get failure() {
      return failure;
    },
    get waiting() {
      return waiting;
    },
  };
}
