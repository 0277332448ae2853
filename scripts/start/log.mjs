// @ts-check
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const LARGEST = 10_000_000;
/** pino's numbers. */
export const WARN = 40;
export const ERROR = 50;

/**
 * Takes what a part writes: all of it goes to a file, which is begun anew at 10 MB (the one before
 * is kept), and what a person has to see goes to the terminal too.
 * @param {{ folder: string, part: string, shownFrom: () => number }} options shownFrom: the level
 *   from which the terminal gets a line
 * @returns {(text: string) => void}
 */
export function partLog({ folder, part, shownFrom }) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${part}.log`);
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let rest = "";
  return (text) => {
    if (size > LARGEST) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, text, { mode: 0o600 });
    size += Buffer.byteLength(text);
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (levelOf(line) >= shownFrom()) console.log(`${part} | ${line}`);
  };
}

/** @param {string} line */
function levelOf(line) {
  if (!line.startsWith("{")) return /^\s*(⨯|error\b|[A-Za-z]*Error:)/i.test(line) ? ERROR : 0;
  try {
    return Number(JSON.parse(line).level);
  } catch {
    return ERROR; // something in braces that is no log line of ours
  }
}
