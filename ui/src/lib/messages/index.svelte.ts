// The words of the window, in the language chosen. A component reads `t()`, and re-reads it when the language changes.

import { preferences } from '$lib/state/preferences.svelte';
import type { Failure } from '$lib/types';
import { en } from './en';
import { type Messages, vi } from './vi';

export type { Messages };

export function t(): Messages {
  return preferences.language === 'en' ? en : vi;
}

/** The sentence for a refusal, or for a question that the commands ask by code. */
export function sentence(code: string, params: Failure['params']): string {
  const { codes, other } = t().refusals;
  return code in codes ? codes[code as keyof typeof codes](params) : other(code);
}
