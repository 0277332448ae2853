import { ChevronRight } from "lucide-react";
import { Link } from "./link";

export interface Crumb {
  label: string;
  /** Missing on the last one: the page itself. */
  href?: string;
}

export function Breadcrumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="min-w-0 text-small text-ink-2">
      <ol className="flex min-w-0 items-center gap-2">
        {crumbs.map((crumb, at) => (
          <li
            key={crumb.href ?? crumb.label}
            className="flex min-w-0 items-center gap-2 not-last:shrink-0"
          >
            {at > 0 ? <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3" /> : null}
            {crumb.href ? (
              <Link href={crumb.href} className="whitespace-nowrap hover:text-ink hover:underline">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate font-medium text-ink">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
