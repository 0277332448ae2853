"use client";

import { CircleX } from "lucide-react";
import { usePathname } from "next/navigation";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";
import { cn } from "../ui/cn";
import { Link } from "../ui/link";
import { activeItem, type NavItem } from "./navigation";

export interface NavLinksProps {
  items: readonly NavItem[];
  /** Under the line: settings, help. */
  more?: readonly NavItem[];
  label: string;
  locale: Locale;
}

export function NavLinks({ items, more = [], label, locale }: NavLinksProps) {
  const active = activeItem([...items, ...more], usePathname());
  const draw = (item: NavItem) => (
    <li key={item.href}>
      <NavLink item={item} active={item.href === active?.href} locale={locale} />
    </li>
  );
  return (
    <nav aria-label={label} className="overflow-y-auto">
      <ul className="grid gap-0.5">{items.map(draw)}</ul>
      {more.length > 0 ? (
        <ul className="mt-3 grid gap-0.5 border-t pt-3">{more.map(draw)}</ul>
      ) : null}
    </nav>
  );
}

function NavLink({ item, active, locale }: { item: NavItem; active: boolean; locale: Locale }) {
  return (
    <Link
      href={item.href}
      aria-current={active ? "page" : undefined}
      className={cn(
        "flex h-9 items-center gap-2.5 rounded-control px-2.5 transition-colors -outline-offset-2 max-md:h-11",
        "data-pointed-at:bg-accent-soft data-pointed-at:text-accent-ink [&_svg]:size-4 [&_svg]:shrink-0",
        active
          ? "bg-ink/7 font-medium text-ink [&>svg]:text-accent-ink"
          : "text-ink-2 hover:bg-ink/5 hover:text-ink",
      )}
    >
      {item.icon}
      <span className="truncate">{item.label}</span>
      {item.count && item.count.value > 0 ? (
        <span
          className={cn(
            "ml-auto inline-flex items-center gap-1 text-note",
            item.count.bad ? "font-medium text-bad" : "font-normal text-ink-3",
          )}
        >
          {item.count.bad ? <CircleX aria-hidden /> : null}
          {formatNumber(item.count.value, locale)}
          <span className="sr-only"> {item.count.label}</span>
        </span>
      ) : null}
    </Link>
  );
}
