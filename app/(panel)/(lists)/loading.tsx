import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/**
 * A list until its data are there: a title and rows. Only for pages that can't be missing: what has shown
 * this has answered 200.
 */
export default function Loading() {
  const t = useTranslations("shell.nav");
  return (
    <>
      {/* Where the way here and the search will stand. */}
      <div className="h-14 shrink-0 border-b max-md:hidden" />
      <main
        id="content"
        tabIndex={-1}
        className="w-full max-w-[78.5rem] px-10 pt-7 outline-none max-md:px-4 max-md:pt-5"
      >
        <h1 className="sr-only">{t("loading")}</h1>
        <Skeleton className="mt-1 h-5 w-60" />
        <Skeleton className="mt-3 mb-8 w-80 max-w-full" />
        <SkeletonRows label={t("loading")} />
      </main>
    </>
  );
}
