"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Kbd } from "../ui/kbd";
import { Link } from "../ui/link";

/** Looks like a field, opens the search; so does Ctrl K, and ⌘ K. */
export function SearchLink({ href }: { href: string }) {
  const t = useTranslations("shell");
  const { push } = useRouter();
  useEffect(() => {
    function open(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      push(href);
    }
    window.addEventListener("keydown", open);
    return () => window.removeEventListener("keydown", open);
  }, [href, push]);
  return (
    <Link
      href={href}
      aria-keyshortcuts="Control+K Meta+K"
      className="ml-auto flex h-8 w-76 shrink-0 items-center gap-2 rounded-control border border-line-strong bg-raised pr-2 pl-2.5 text-small text-ink-3 transition-colors hover:border-control max-lg:w-56"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{t("search")}</span>
      <Kbd>Ctrl K</Kbd>
    </Link>
  );
}
