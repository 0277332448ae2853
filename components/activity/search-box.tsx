"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Input } from "../ui/input";

/** After so long without a key press the answer is asked for. */
const REST_MS = 250;

export function SearchBox({ query }: { query: string }) {
  const t = useTranslations("activity.search");
  const { replace } = useRouter();
  const [typed, setTyped] = useState(query);
  const [pending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <search aria-busy={pending} className="mb-7 block max-w-140">
      <Input
        autoFocus
        type="search"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        before={<Search aria-hidden className="size-4" />}
        value={typed}
        maxLength={200}
        onChange={({ target }) => {
          setTyped(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            const asked = target.value.trim();
            const address = asked ? `/search?q=${encodeURIComponent(asked)}` : "/search";
            start(() => replace(address, { scroll: false }));
          }, REST_MS);
        }}
      />
    </search>
  );
}
