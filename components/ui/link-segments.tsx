import { cn } from "./cn";
import { Link } from "./link";
import { segment, segments } from "./segment-style";

/** Two to four views of the same thing, each with its address. */
export function LinkSegments({
  items,
  label,
  className,
}: {
  items: readonly { href: string; label: string; current: boolean }[];
  label: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cn(segments({ size: "base" }), className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? "page" : undefined}
          className={cn(
            segment({ size: "base" }),
            "aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-ink",
          )}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
