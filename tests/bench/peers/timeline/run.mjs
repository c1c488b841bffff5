// Measures the timeline beside vis-timeline in Chromium, by requestAnimationFrame, both in one run. Reads a line of JSON
// from the standard input: the folder with `SIZE.json` for each of `sizes`. Answers the times in ms as one line of JSON.
//
// The page is bundled by the vite of the window.

import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const ui = join(here, "../../../../ui");
const { build } = await import(pathToFileURL(join(ui, "node_modules/vite/dist/node/index.js")).href);

const asked = JSON.parse(await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", resolve)));
const out = await mkdtemp(join(tmpdir(), "timeline-bench-"));
await build({
  configFile: false,
  logLevel: "error",
  root: here,
  resolve: { alias: { $lib: join(ui, "src/lib") } },
  build: { outDir: out, minify: true, lib: { entry: join(here, "page.ts"), formats: ["es"], fileName: "page" } },
});

const kinds = { js: "text/javascript", css: "text/css", json: "application/json", html: "text/html" };
const server = createServer(async (request, response) => {
  const name = request.url.slice(1).split("?")[0];
  const ending = name.split(".").at(-1);
  try {
    if (name === "") {
      response.setHeader("content-type", "text/html");
      const style = (await import("node:fs")).readdirSync(out).find((file) => file.endsWith(".css"));
      response.end(`<!doctype html><link rel="stylesheet" href="/${style}"><body><script type="module" src="/page.js"></script>`);
      return;
    }
    const bytes = await readFile(join(ending === "json" ? asked.folder : out, name));
    response.setHeader("content-type", kinds[ending] ?? "application/octet-stream");
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "timelines" in globalThis);
  const call = (name, ...args) => {
    console.error(`  ${name} ${args.join(" ")}`);
    return page.evaluate(([name, args]) => globalThis.timelines[name](...args), [name, args]);
  };
  const answer = { loaded: {}, first: {}, pan: {}, vis: {}, version: browser.version() };
  for (const size of asked.sizes) answer.loaded[size] = await call("load", size, `/${size}.json`);
  // Once to warm up, then for good.
  for (const size of asked.sizes) await call("first", size, 3);
  for (const size of asked.sizes) answer.first[size] = await call("first", size, asked.rounds);
  const most = asked.sizes.at(-1);
  for (const size of asked.sizes) {
    answer.pan[size] = { whole: await call("pan", size, 0, asked.steps), days: await call("pan", size, 60, asked.steps) };
  }
  answer.vis.first = {};
  for (const kind of ["grouped", "plain"]) {
    answer.vis.first[kind] = [];
    for (let round = 0; round < asked.visRounds; round += 1) answer.vis.first[kind].push(await call("vis", asked.compared, kind));
  }
  // As periods it does not get through so many in minutes: it pans over their points alone.
  answer.vis.pan = await call("visPan", most, 60, asked.visSteps, "points");
  console.log(JSON.stringify(answer));
} finally {
  await browser.close();
  server.close();
  await rm(out, { recursive: true, force: true });
}
