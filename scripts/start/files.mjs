// @ts-check
import { renameSync, writeFileSync } from "node:fs";

/**
 * Writes JSON that only its owner can read, and never half of it: a reader sees the old file or the new one.
 * @param {string} file
 * @param {unknown} content
 */
export function writeWhole(file, content) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
}
