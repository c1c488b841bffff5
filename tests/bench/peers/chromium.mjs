// Drawings are measured in Chromium, on a page that is bundled by the vite of the window and served from memory with
// the data that the run has laid ready.

import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const ui = join(dirname(fileURLToPath(import.meta.url)), "../../../ui");
const ofUi = (file) => import(pathToFileURL(join(ui, "node_modules", file)).href);
const kinds = { js: "text/javascript", css: "text/css", json: "application/json" };

/** The question of the run: one line of JSON on the standard input. */
export const question = async () =>
  JSON.parse(await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", resolve)));

/** Bundles `page.ts` of a folder, opens it, and lets `work` call what it has put into `globalThis[name]`, and open
    further tabs. `asked.folder` holds the JSON that they may fetch. */
export async function measured(here, name, asked, work) {
  const { build } = await ofUi("vite/dist/node/index.js");
  const { svelte } = await ofUi("@sveltejs/vite-plugin-svelte/src/index.js");
  const out = await mkdtemp(join(tmpdir(), `${name}-bench-`));
  // What draws the window's own components is the window's own.
  const own = {
    name: "of-the-window",
    enforce: "pre",
    resolveId(source, importer) {
      const wanted = /^svelte($|\/)/.test(source) && importer && !importer.startsWith(ui);
      return wanted ? this.resolve(source, join(ui, "src/main.ts"), { skipSelf: true }) : null;
    },
  };
  await build({
    configFile: false,
    logLevel: "error",
    root: here,
    plugins: [own, svelte({ configFile: false })],
    resolve: { alias: { $lib: join(ui, "src/lib") } },
    build: { outDir: out, minify: true, lib: { entry: join(here, "page.ts"), formats: ["es"], fileName: "page" } },
  });
  const style = readdirSync(out).find((file) => file.endsWith(".css"));
  const page = `<!doctype html><link rel="stylesheet" href="/${style}"><body><script type="module" src="/page.js"></script>`;
  const server = createServer(async (request, response) => {
    const file = request.url.slice(1).split("?")[0];
    const ending = file.split(".").at(-1);
    try {
      response.setHeader("content-type", file === "" ? "text/html" : (kinds[ending] ?? "application/octet-stream"));
      response.end(file === "" ? page : await readFile(join(ending === "json" ? asked.folder : out, file)));
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
    const open = async (options) => {
      const tab = await browser.newPage(options);
      tab.setDefaultTimeout(0);
      tab.on("pageerror", (error) => console.error(error.message));
      await tab.goto(`http://127.0.0.1:${server.address().port}/`);
      await tab.waitForFunction((name) => name in globalThis, name);
      const call = (what, ...args) => {
        console.error(`  ${what} ${args.join(" ")}`);
        return tab.evaluate(([name, what, args]) => globalThis[name][what](...args), [name, what, args]);
      };
      return { tab, call };
    };
    const { call } = await open({ viewport: { width: 1366, height: 768 } });
    const answer = await work(call, open);
    console.log(JSON.stringify({ ...answer, version: browser.version() }));
  } finally {
    await browser.close();
    server.close();
    await rm(out, { recursive: true, force: true });
  }
}
