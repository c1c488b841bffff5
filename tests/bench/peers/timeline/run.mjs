// Measures the timeline beside vis-timeline in Chromium, by requestAnimationFrame, both in one run. Reads a line of JSON
// from the standard input: the folder with `SIZE.json` for each of `sizes`. Answers the times in ms as one line of JSON.

import { measured, question } from "../chromium.mjs";

const asked = await question();
await measured(import.meta.dirname, "timelines", asked, async (call) => {
  const answer = { loaded: {}, first: {}, pan: {}, vis: {} };
  for (const size of asked.sizes) answer.loaded[size] = await call("load", size, `/${size}.json`);
  // Once to warm up, then for good.
  for (const size of asked.sizes) await call("first", size, 3);
  for (const size of asked.sizes) answer.first[size] = await call("first", size, asked.rounds);
  const most = asked.sizes.at(-1);
  for (const size of asked.sizes) {
    answer.pan[size] = { whole: await call("pan", size, 0, asked.steps), days: await call("pan", size, 60, asked.steps) };
  }
  answer.floor = await call("floor", asked.sizes[0], asked.steps);
  answer.vis.first = {};
  for (const kind of ["grouped", "plain"]) {
    answer.vis.first[kind] = [];
    for (let round = 0; round < asked.visRounds; round += 1) answer.vis.first[kind].push(await call("vis", asked.compared, kind));
  }
  // As periods it does not get through so many in minutes: it pans over their points alone.
  answer.vis.pan = await call("visPan", most, 60, asked.visSteps, "points");
  return answer;
});
