"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** The address of the page with the sheet for integrations open over it. */
export function useSheetHref(): (asked: { tool: string } | { edit: string }) => string {
  const pathname = usePathname();
  const search = useSearchParams();
  return useCallback(
    (asked) => {
      const query = new URLSearchParams(search);
      query.delete("tool");
      query.delete("edit");
      for (const [name, value] of Object.entries(asked)) query.set(name, value);
      return `${pathname}?${query}`;
    },
    [pathname, search],
  );
}
