import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. Two that say the same thing must not meet: a default that callers may override
 * carries the variant `base:` (globals.css), and what depends on a state is chosen, not added.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
