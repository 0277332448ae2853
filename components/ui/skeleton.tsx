import { cn } from "./cn";

/** A bar where text will stand. It appears after 200 ms: what loads faster shows no skeleton at all. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span className="block animate-late">
      <span
        className={cn("block animate-skeleton rounded-check bg-idle-soft base:h-3", className)}
      />
    </span>
  );
}

/** Rows of two lines in the shape of a list, as high as its real rows. */
export function SkeletonRows({ rows = 5, label }: { rows?: number; label: string }) {
  return (
    <div aria-busy className="border-line-strong border-t in-data-section:border-t-0">
      <span role="status" className="sr-only">
        {label}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
          key={row}
          className="grid min-h-14 grid-cols-[3rem_minmax(0,1fr)_5rem] items-center gap-4 border-b"
        >
          <Skeleton />
          <span className="grid gap-1.5">
            <Skeleton className={row % 2 ? "w-1/2" : "w-3/5"} />
            <Skeleton className={cn("h-2.5", row % 2 ? "w-3/5" : "w-2/5")} />
          </span>
          <Skeleton />
        </div>
      ))}
    </div>
  );
}
