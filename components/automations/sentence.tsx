import type { Part, Slot } from "@/lib/automations/sentence";
import { cn } from "../ui/cn";

/** Row of the editor that a slot leads to; all fields stand in one, and so does all that is extra. */
export function rowOf(slot: Slot): string {
  if (slot.startsWith("field:")) return "fields";
  return slot.startsWith("extras:") ? "extras" : slot;
}
export const rowId = (row: string) => `row-${row}`;

/** The headline of the editor: each decided word leads to its row, an open one asks for its choice. */
export function SentenceHeadline({ parts, active }: { parts: readonly Part[]; active?: string }) {
  return (
    <p className="max-w-185 text-pretty pb-6 text-say max-md:text-[1.25rem]/8">
      {parts.map((part, at) =>
        "text" in part ? (
          part.text
        ) : (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the sentence
            key={at}
            href={`#${rowId(rowOf(part.slot))}`}
            className={cn(
              "wrap-anywhere font-medium underline decoration-[1.5px] underline-offset-[6px] base:decoration-accent-ink/45 hover:decoration-accent-ink",
              rowOf(part.slot) === active && "text-accent-ink decoration-accent-ink",
              part.open && "text-accent-ink decoration-dashed",
            )}
          >
            {part.value}
          </a>
        ),
      )}
    </p>
  );
}
