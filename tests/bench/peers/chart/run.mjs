// Measures the org chart beside d3-org-chart in Chromium, by requestAnimationFrame, both in one run. Reads a line of JSON
// from the standard input: the folder with `SIZE.json` for each of `sizes`. Answers the times in ms as one line of JSON.
// Where the question names a folder to `look`, it leaves pictures there instead: each size, light and dark, at 150 %.

import { join } from "node:path";
import { measured, question } from "../chromium.mjs";

const asked = await question();
await measured(import.meta.dirname, "charts", asked, async (call, open) => {
  if (asked.look) return { pictures: await pictures(open) };
  const answer = { loaded: {}, first: {}, pan: {}, zoom: {}, nodes: {}, peer: { first: [] } };
  for (const size of asked.sizes) answer.loaded[size] = await call("load", size, `/${size}.json`);
  // Once to warm up, then for good.
  for (const size of asked.sizes) await call("first", size, 2);
  for (const size of asked.sizes) answer.first[size] = await call("first", size, asked.rounds);
  await call("pan", asked.sizes[0], 60);
  for (const size of asked.sizes) {
    answer.pan[size] = await call("pan", size, asked.steps);
    const zoomed = await call("zoom", size);
    answer.zoom[size] = zoomed.times;
    answer.nodes[size] = zoomed.nodes;
  }
  for (let round = 0; round < asked.peerRounds; round += 1) answer.peer.first.push(await call("peer", asked.compared));
  return answer;
});

async function pictures(open) {
  const taken = [];
  for (const [colorScheme, close, deviceScaleFactor] of [["light", false, 1], ["light", true, 1.5], ["dark", false, 1]]) {
    const { tab, call } = await open({ colorScheme, deviceScaleFactor, viewport: { width: 1120, height: 600 } });
    for (const size of asked.sizes) {
      await call("load", size, `/${size}.json`);
      await call("look", size, close);
      const name = `${size} seats, ${colorScheme}${close ? ", near, 150 %" : ""}`;
      await tab.screenshot({ path: join(asked.look, `${name}.png`) });
      taken.push(name);
    }
    await tab.close();
  }
  return taken;
}
