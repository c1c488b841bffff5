// Whose key is open. Whatever only an administrator may do asks here first, and goes on once the key is open.

import { call } from '$lib/backend';
import { desk } from './desk.svelte';

class Keys {
  /** Whether the words that open a key are being asked for. */
  asking = $state(false);
  #answered: ((open: boolean) => void) | null = null;

  /** Waits until a key is open; false where whoever was asked thought better of it. */
  open(): Promise<boolean> {
    if (desk.mayWrite) return Promise.resolve(true);
    this.#answered?.(false);
    this.asking = true;
    return new Promise((resolve) => (this.#answered = resolve));
  }

  async unlock(passphrase: string): Promise<void> {
    desk.opened = await call('unlock', { passphrase });
    this.#close(true);
  }

  async recover(code: string, passphrase: string): Promise<void> {
    desk.opened = await call('recover', { recovery_code: code, new_passphrase: passphrase });
    this.#close(true);
  }

  async lock(): Promise<void> {
    desk.opened = await call('lock', {});
  }

  cancel() {
    this.#close(false);
  }

  #close(open: boolean) {
    this.asking = false;
    this.#answered?.(open);
    this.#answered = null;
  }
}

export const keys = new Keys();
