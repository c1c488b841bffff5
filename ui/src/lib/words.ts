// Words as they are compared and set in order: without their marks, by given name.

/** Without marks and in small letters: what a filter looks at. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

const collator = new Intl.Collator('vi');

/** Vietnamese names stand in the order of the given name, which is the last word; then by the words before it. */
export function byGivenName(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return collator.compare(given(a), given(b)) || collator.compare(a, b);
}
