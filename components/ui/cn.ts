import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The look's own scale: without it, `text-small text-ink-2` would count as two colours.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["figure", "say", "title", "section", "base", "small", "note", "code"],
      radius: ["check", "control", "card"],
      shadow: ["float"],
    },
  },
});

/** Joins class names; of two that say the same thing, the later one stays. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
