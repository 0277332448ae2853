import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "./button-link";

export interface PaginationProps {
  /** Addresses with their keyset cursor; missing where there is nothing more that way. */
  newer?: string;
  older?: string;
  words: { label: string; newer: string; older: string };
  /** In the middle: "1–50 z 1 214", when the count is known. */
  note?: string;
}

/** From newer to older, page by page. Absent when all fits on one page. */
export function Pagination({ newer, older, words, note }: PaginationProps) {
  if (!newer && !older) return null;
  return (
    <nav aria-label={words.label} className="flex min-h-14 items-center gap-2 py-3">
      {newer ? (
        <ButtonLink href={newer} size="small" rel="prev" icon={<ChevronLeft aria-hidden />}>
          {words.newer}
        </ButtonLink>
      ) : null}
      {note ? <span className="px-2 text-small text-ink-2">{note}</span> : null}
      {older ? (
        <ButtonLink href={older} size="small" rel="next" className="ml-auto">
          {words.older}
          <ChevronRight aria-hidden />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
