// Finding a seat by what is written on it. Marks of tone are not needed to be found.

import { type Scene, written } from './scene';

export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}

/** The boxes in which each of the words begins a word, in reading order. */
export function found(scene: Scene, query: string): number[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  // Each text stands once in a scene, however many boxes it is written in.
  const texts = new Map<number, string>();
  const folds = (word: number) => {
    const known = texts.get(word);
    if (known !== undefined) return known;
    const text = ` ${folded(scene.words.text[word] ?? '')}`;
    texts.set(word, text);
    return text;
  };
  const hits: number[] = [];
  for (let box = 0; box < scene.count; box += 1) {
    let text = '';
    for (let line = scene.first[box]!; line < scene.first[box + 1]!; line += 1) text += folds(scene.words.word[line]!);
    if (words.every((word) => text.includes(` ${word}`))) hits.push(box);
  }
  return hits;
}

/** The next box after one, around the end, in which a word begins with what was typed. */
export function typedTo(scene: Scene, from: number, typed: string): number {
  const prefix = ` ${folded(typed)}`;
  for (let away = 1; away <= scene.count; away += 1) {
    const box = (from + away) % scene.count;
    if (` ${folded(written(scene, box))}`.includes(prefix)) return box;
  }
  return -1;
}
