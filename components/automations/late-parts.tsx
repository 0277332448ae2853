"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Skeleton } from "../ui/skeleton";
import type { EditorMenuProps } from "./editor-menu";
import type { EditTouchedProps } from "./touched/edit-touched";

// Drawn on the server with the rest, and brought to life a moment later: with all controls, the
// calendar's arithmetic and the questions, the editor would be the one page over its limit.
const LateMenu = lazy(async () => ({ default: (await import("./editor-menu")).EditorMenu }));
const LateHappens = lazy(async () => ({ default: (await import("./happens")).Happens }));
const LateImport = lazy(async () => ({ default: (await import("./import-file")).ImportFile }));
const LateMoment = lazy(async () => ({ default: (await import("./next-moment")).NextMoment }));
const LateRows = lazy(async () => ({ default: (await import("./rows")).EditorRows }));
const LateWarnings = lazy(async () => ({ default: (await import("./warnings")).Warnings }));
const LateGuard = lazy(async () => ({ default: (await import("../leave-guard")).LeaveGuard }));
const LateTouched = lazy(async () => ({
  default: (await import("./touched/edit-touched")).EditTouched,
}));

export const EditorMenu = (props: EditorMenuProps) => (
  <Suspense fallback={<Skeleton className="h-8 w-40 max-md:h-10" />}>
    <LateMenu {...props} />
  </Suspense>
);

export const Happens = () => (
  <Suspense fallback={<Skeleton className="h-60" />}>
    <LateHappens />
  </Suspense>
);

export const NextMoment = () => (
  <Suspense fallback={<Skeleton className="h-10 w-40" />}>
    <LateMoment />
  </Suspense>
);

export const EditorRows = () => (
  <Suspense fallback={<Skeleton className="h-120" />}>
    <LateRows />
  </Suspense>
);

export const ImportFile = () => (
  <Suspense fallback={<Skeleton className="mb-5 h-8 w-40 max-md:h-10" />}>
    <LateImport />
  </Suspense>
);

// Without a place of their own until they have something to say.
export const Warnings = () => (
  <Suspense>
    <LateWarnings />
  </Suspense>
);

export function LeaveGuard({ active }: { active: boolean }) {
  const t = useTranslations("automations.editor.leave");
  const words = { title: t("title"), text: t("text"), confirm: t("confirm"), cancel: t("cancel") };
  return (
    <Suspense>
      <LateGuard active={active} {...words} />
    </Suspense>
  );
}

export const EditTouched = (props: EditTouchedProps) => (
  <Suspense>
    <LateTouched {...props} />
  </Suspense>
);
