import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { demoFile } from "./demo";
import { createCamera } from "./screenshots/camera";
import { newcomersPages, ownersPages, strangersPages } from "./screenshots/pages";
import { writeSheet } from "./screenshots/sheet";
import { fillStore, signIn, signUp } from "./screenshots/states";

const data = process.env.DATA_DIR ?? "";
const demo = demoFile.parse(JSON.parse(readFileSync(join(data, "demo.json"), "utf8")));
const folder = "screenshots";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  // Root has no sandbox to run in; the rest keeps the browser from calling home.
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const camera = createCamera(browser, { folder, baseURL: demo.url });

const stranger = await camera.open();
await camera.take(stranger, strangersPages);

const owner = await camera.open();
await signIn(owner, demo);
await fillStore(owner, demo);
await camera.take(owner, await ownersPages(owner));

const newcomer = await camera.open();
await signUp(newcomer);
await camera.take(newcomer, newcomersPages);

await browser.close();
writeSheet(folder, camera.taken);
console.log(`${camera.taken.length} pages: ${folder}/index.html`);
for (const problem of camera.problems) console.error(problem);
process.exit(camera.problems.length === 0 ? 0 : 1);
