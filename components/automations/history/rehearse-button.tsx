"use client";

import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/button";

const LateDialog = lazy(async () => ({
  default: (await import("./rehearsal-dialog")).RehearsalDialog,
}));

/** Opens what the form as it stands would have made of the last days. */
export function RehearseButton() {
  const t = useTranslations("history.draft");
  const [open, setOpen] = useState(false);
  const [asked, ask] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="small"
        className="mt-3 -ml-2"
        icon={<History aria-hidden />}
        onClick={() => {
          ask(true);
          setOpen(true);
        }}
      >
        {t("open")}
      </Button>
      {asked ? (
        <Suspense>
          <LateDialog open={open} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
