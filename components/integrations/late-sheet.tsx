"use client";

import { lazy, Suspense } from "react";
import type { SheetProps } from "./sheet-props";

/** The sheet with its form comes when the address asks for it: most visits only look at the list. */
const Later = lazy(async () => {
  // Side by side: the sheet would ask for its window only once it stands.
  const sheet = import("./integration-sheet").then(({ IntegrationSheet }) => IntegrationSheet);
  await import("../ui/floating-window");
  return { default: await sheet };
});

export const IntegrationSheet = (props: SheetProps) => (
  <Suspense>
    <Later {...props} />
  </Suspense>
);
