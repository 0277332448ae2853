"use client";

import { usePathname } from "next/navigation";
import { cn } from "./cn";
import { Link } from "./link";
import { tab, tabList } from "./tab-style";

export interface LinkTab {
  href: string;
  label: string;
  count?: number;
}

/** On a phone the tabs go on beside the window. */
function bringIntoSight(chosen: HTMLElement | null) {
  const list = chosen?.parentElement;
  if (list) list.scrollLeft = chosen.offsetLeft + chosen.offsetWidth - list.clientWidth;
}

/** Parts of one thing, each with its address; the chosen one is the deepest that the address starts with. */
export function LinkTabs({ tabs, label }: { tabs: readonly LinkTab[]; label: string }) {
  const pathname = usePathname();
  const current = tabs
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce<LinkTab | null>((deepest, next) => {
      return deepest && deepest.href.length >= next.href.length ? deepest : next;
    }, null);
  return (
    <nav aria-label={label} className={tabList}>
      {tabs.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          ref={item === current ? bringIntoSight : undefined}
          aria-current={item === current ? "page" : undefined}
          className={cn(
            tab,
            "aria-[current]:border-accent-ink aria-[current]:font-medium aria-[current]:text-ink",
          )}
        >
          {item.label}
          {item.count === undefined ? null : (
            <span className="ml-1 text-note text-ink-3">{item.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
