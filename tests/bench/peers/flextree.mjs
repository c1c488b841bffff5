// Lays trees out with d3-flextree. Reads a tree a line from the standard input, as JSON: `parents` (-1 for the root),
// `widths`, `heights` (with what is kept free below), `gap` between cards side by side, `rounds` to be timed after as
// many to warm up. Answers a line for each: the width of the drawing, and the times in nanoseconds.
import { createInterface } from "node:readline";
import { flextree } from "d3-flextree";

function root({ parents, widths, heights }) {
  const cards = parents.map((_, at) => ({ size: [widths[at], heights[at]], children: [] }));
  parents.forEach((parent, at) => parent < 0 || cards[parent].children.push(cards[at]));
  return cards[0];
}

function width(tree) {
  let [left, right] = [Infinity, -Infinity];
  tree.each((card) => {
    left = Math.min(left, card.left);
    right = Math.max(right, card.right);
  });
  return right - left;
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const layout = flextree({ spacing: asked.gap });
  const tree = layout.hierarchy(root(asked));
  const times = [];
  for (let round = 0; round < 2 * asked.rounds; round++) {
    const begin = process.hrtime.bigint();
    layout(tree);
    const time = Number(process.hrtime.bigint() - begin);
    if (round >= asked.rounds) times.push(time);
  }
  if (asked.rounds === 0) layout(tree);
  console.log(JSON.stringify({ width: width(tree), times }));
}
