import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answer } from "../core/call";

const FONTS = "../../../node_modules/geist/dist/fonts";

const FILES: Record<string, { file: string; type: string }> = {
  "/": { file: "browser/index.html", type: "text/html; charset=utf-8" },
  "/_page/page.css": { file: "browser/page.css", type: "text/css; charset=utf-8" },
  "/_page/page.js": { file: "browser/page.js", type: "text/javascript; charset=utf-8" },
  "/_page/state.js": { file: "browser/state.js", type: "text/javascript; charset=utf-8" },
  "/_page/views.js": { file: "browser/views.js", type: "text/javascript; charset=utf-8" },
  "/_page/words.js": { file: "browser/words.js", type: "text/javascript; charset=utf-8" },
  "/_page/geist.woff2": { file: `${FONTS}/geist-sans/Geist-Variable.woff2`, type: "font/woff2" },
  "/_page/geist-mono.woff2": {
    file: `${FONTS}/geist-mono/GeistMono-Variable.woff2`,
    type: "font/woff2",
  },
};

/** The page that shows the state, and its files. Undefined for any other path. */
export async function pageAnswer(path: string): Promise<Answer | undefined> {
  const known = FILES[path];
  if (!known) return undefined;
  const body = await readFile(join(import.meta.dirname, known.file));
  return { status: 200, headers: { "content-type": known.type }, body };
}
