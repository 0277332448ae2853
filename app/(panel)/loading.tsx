import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Any page of the panel until its data are there: a title and rows. */
export default function Loading() {
  const t = useTranslations("shell.nav");
  return (
    <main
      id="content"
      tabIndex={-1}
      className="w-full max-w-[78.5rem] px-10 pt-20 outline-none max-md:px-4 max-md:pt-5"
    >
      <h1 className="sr-only">{t("loading")}</h1>
      <Skeleton className="mb-8 h-5 w-60" />
      <SkeletonRows label={t("loading")} />
    </main>
  );
}
