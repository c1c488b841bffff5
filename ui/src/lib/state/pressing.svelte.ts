// A paper on its way to a file: where to, how far it is, and that it can be stopped.

import { call } from '$lib/backend';
import { placeFor } from '$lib/files';
import type { PaperRequest, PrintingAnswer, Saved } from '$lib/types';

/** Between two looks at how far a paper is. */
const LOOK = 400;

export class Pressing {
  busy = $state(false);
  /** How far it is; null while nothing is known yet, or nothing is being printed. */
  progress = $state.raw<PrintingAnswer | null>(null);

  /** Saves a paper where somebody says; null where nobody did. */
  async save(
    request: PaperRequest,
    name: string,
    form: string,
    words: { title: string; kind: string; pathAsk: string },
  ): Promise<Saved | null> {
    this.busy = true;
    try {
      const path = await placeFor(words, name, form);
      if (path === null) return null;
      const looking = setInterval(() => void this.look(), LOOK);
      try {
        return await call('print', { ...request, path });
      } finally {
        clearInterval(looking);
      }
    } finally {
      this.busy = false;
      this.progress = null;
    }
  }

  /** Whoever waits for the paper is told that it was stopped. */
  async stop() {
    await call('stop_printing', {});
  }

  private async look() {
    const found = await call('printing', {}).catch(() => null);
    if (this.busy) this.progress = found?.step ? found : null;
  }
}
