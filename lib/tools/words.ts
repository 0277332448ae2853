import type { Words } from "./tool";

/** Our words where a tool's own would stand, in both languages: whoever reads them later chooses. */
export const ours = ({ pl, en }: Words): string => JSON.stringify({ pl, en });

/** What an outcome's or fault's `words` say. `ours` false: a quotation of the tool. */
export function readWords(words: string, locale: keyof Words): { text: string; ours: boolean } {
  const own = parsed(words);
  return isPacked(own) ? { text: own[locale], ours: true } : { text: words, ours: false };
}

/** By hand: every page that shows a fault reads it, and zod would be half of what such a page loads. */
function isPacked(value: unknown): value is Words {
  if (typeof value !== "object" || value === null) return false;
  const { pl, en, ...others } = value as Record<string, unknown>;
  return typeof pl === "string" && typeof en === "string" && Object.keys(others).length === 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
