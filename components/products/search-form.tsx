import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

/** A plain form: what is sought stands in the address. */
export function SearchForm({ search }: { search?: string }) {
  const t = useTranslations("products.search");
  return (
    <search className="mb-4 block">
      <form action="/products" className="flex max-w-110 gap-2">
        <Input
          // Another search, another field: what stands in the address is what stands in it.
          key={search}
          name="q"
          type="search"
          defaultValue={search}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          className="border-line-strong"
          before={<Search aria-hidden className="size-4 shrink-0 text-ink-3" />}
        />
        <Button type="submit">{t("submit")}</Button>
      </form>
    </search>
  );
}
