// The date once it has come to rest: what is only said beside the page need not follow every day of a drag.

import { desk } from './desk.svelte';

const REST = 400;

/** The date of the window, some moments after it last moved. */
export function restedDate(): { readonly value: string } {
  let date = $state(desk.date);
  $effect(() => {
    const wanted = desk.date;
    const timer = setTimeout(() => (date = wanted), REST);
    return () => clearTimeout(timer);
  });
  return {
    get value() {
      return date;
    },
  };
}
