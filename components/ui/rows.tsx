import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";

export interface RowsProps {
  /** Column widths, as in `grid-template-columns`. Below 760 px the cells stand under each other. */
  columns: string;
  /** The same on a phone, where more than one column helps: "2.75rem minmax(0,1fr) 2.5rem". */
  phoneColumns?: string;
  /** Names of the columns; an empty string for one that needs none. Not shown on a phone. */
  head?: readonly string[];
  /** Names the list for those who don't see its heading. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** Rows of a ledger: hairlines between them, no frame, no stripes. */
export function Rows({ columns, phoneColumns, head, label, className, children }: RowsProps) {
  const widths = {
    "--columns": columns,
    "--phone-columns": phoneColumns ?? "minmax(0, 1fr)",
  } as CSSProperties;
  return (
    <div style={widths} className={className}>
      {head ? (
        <div
          aria-hidden
          className="grid grid-cols-(--columns) gap-4 border-line-strong border-b pb-2 text-note text-ink-3 max-md:hidden"
        >
          {head.map((name, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <span key={column} className="truncate">
              {name}
            </span>
          ))}
        </div>
      ) : null}
      <ul
        aria-label={label}
        className={cn(!head && "border-line-strong border-t in-data-section:border-t-0")}
      >
        {children}
      </ul>
    </div>
  );
}

export interface RowProps extends ComponentProps<"li"> {
  selected?: boolean;
  /** top: rows whose cells have different heights. */
  align?: "center" | "top";
}

/** At least 56 px. What is chosen or under the pointer reaches 12 px beyond the text. */
export function Row({ selected = false, align = "center", className, ...rest }: RowProps) {
  return (
    <li
      data-selected={selected || undefined}
      className={cn(
        "group/row relative -mx-3 grid min-h-14 grid-cols-(--phone-columns) gap-x-4 gap-y-1 px-3 py-2 md:grid-cols-(--columns)",
        "border-transparent border-b before:absolute before:inset-x-3 before:-bottom-px before:border-b hover:bg-sunken data-selected:bg-accent-soft max-md:before:inset-x-4 max-md:-mx-4 max-md:gap-x-3 max-md:px-4 max-md:py-3",
        align === "center" ? "items-center max-md:items-start" : "items-start md:py-3.5",
        className,
      )}
      {...rest}
    />
  );
}

/** The name in a row that opens it: the whole row is its target, other controls stay above. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        "after:absolute base:font-medium after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink",
        className,
      )}
      {...rest}
    />
  );
}

/** Buttons and menus of a row: above the row's own target. */
export function RowControls({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      className={cn("relative z-1 flex items-center gap-2 base:md:justify-end", className)}
      {...rest}
    />
  );
}

/** Two lines of a cell: what is looked for, and what explains it. */
export function RowText({
  children,
  note,
  strong,
  className,
}: {
  children: ReactNode;
  note?: ReactNode;
  strong?: boolean;
  className?: string;
}) {
  return (
    <div className={cn("min-w-0", className)}>
      <div className={cn("md:truncate", strong && "font-medium")}>{children}</div>
      {note ? <div className="text-small text-ink-2 md:truncate">{note}</div> : null}
    </div>
  );
}
