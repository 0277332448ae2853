import { z } from "zod";
import type { Words } from "./tool";

const packed = z.strictObject({ pl: z.string(), en: z.string() });

/** Our words where a tool's own would stand, in both languages: whoever reads them later chooses. */
export const ours = ({ pl, en }: Words): string => JSON.stringify({ pl, en });

/** What an outcome's or fault's `words` say. `ours` false: a quotation of the tool. */
export function readWords(words: string, locale: keyof Words): { text: string; ours: boolean } {
  const own = packed.safeParse(parsed(words));
  return own.success ? { text: own.data[locale], ours: true } : { text: words, ours: false };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
