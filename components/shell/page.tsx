import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "../ui/breadcrumbs";
import { SearchLink } from "./search-link";

export interface PageProps {
  /** From the part of the panel to the page itself. */
  crumbs: readonly Crumb[];
  /** Where the search opens; null leaves it out. */
  searchHref?: string | null;
  /** Phone only: what comes next in words, then the primary button, in a bar at the foot. */
  phoneFoot?: ReactNode;
  children: ReactNode;
}

/** One page inside the `Shell`: top bar with the way here, then its contents, at most 1176 px wide. */
export function Page({ crumbs, searchHref = "/search", phoneFoot, children }: PageProps) {
  const t = useTranslations("shell");
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-4 border-b px-10 max-md:hidden">
        <Breadcrumbs crumbs={crumbs} label={t("crumbs")} />
        {searchHref ? <SearchLink href={searchHref} /> : null}
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="w-full max-w-[78.5rem] flex-1 px-10 pt-7 pb-14 outline-none max-md:px-4 max-md:pt-5 max-md:pb-8"
      >
        {children}
      </main>
      {phoneFoot ? (
        <section
          aria-label={t("phoneFoot")}
          className="sticky bottom-0 z-10 flex items-center justify-between gap-3 border-line-strong border-t bg-raised px-4 py-2.5 md:hidden"
        >
          {phoneFoot}
        </section>
      ) : null}
    </>
  );
}
