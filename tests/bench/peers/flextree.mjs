// Lays trees out with d3-flextree. Reads a question a line from the standard input, as JSON: `trees`, each with its
// `parents` (null for the root), `widths` and `heights` (with what is kept free below); `gap` between cards side by
// side; how many `rounds` over all of them are to be timed, after as many to warm up. Answers a line for each: the
// widths of the drawings, and the time of every layout in nanoseconds.
import { createInterface } from "node:readline";
import { flextree } from "d3-flextree";

function root({ parents, widths, heights }) {
  const cards = parents.map((_, at) => ({ size: [widths[at], heights[at]], children: [] }));
  parents.forEach((parent, at) => parent === null || cards[parent].children.push(cards[at]));
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
  const { trees, gap, rounds } = JSON.parse(line);
  const layout = flextree({ spacing: gap });
  const drawings = trees.map((tree) => layout.hierarchy(root(tree)));
  if (rounds === 0) drawings.forEach((drawing) => layout(drawing));
  const times = [];
  for (let round = 0; round < 2 * rounds; round++) {
    for (const drawing of drawings) {
      const begin = process.hrtime.bigint();
      layout(drawing);
      const time = Number(process.hrtime.bigint() - begin);
      if (round >= rounds) times.push(time);
    }
  }
  console.log(JSON.stringify({ widths: drawings.map(width), times }));
}
