"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeedConfirm } from "../deed-confirm";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { RowActions } from "./row-actions";
import { SecretOnce } from "./secret-once";

type Props = Pick<RowActions, "rotate"> & {
  integration: { id: string; name: string };
  field: string;
  open: boolean;
  onClose(): void;
};

/** Asks, makes a new signing secret, and shows it the only time. */
export function RotateSecret({ integration, field, open, onClose, rotate }: Props) {
  const t = useTranslations("integrations.rotate");
  const [made, setMade] = useState<string>();
  function close() {
    setMade(undefined);
    onClose();
  }
  return (
    <>
      <DeedConfirm
        open={open && made === undefined}
        onOpenChange={(next) => !next && close()}
        title={t("title", { name: integration.name })}
        description={t("text")}
        confirmLabel={t("action")}
        pendingLabel={t("pending")}
        cancelLabel={t("keep")}
        action={rotate}
        input={{ integrationId: integration.id, field }}
        onDone={setMade}
      />
      <Dialog
        open={open && made !== undefined}
        onOpenChange={(next) => !next && close()}
        title={t("doneTitle")}
        description={t("doneText")}
        closeLabel={t("close")}
        size="base"
        foot={
          <Button variant="primary" onClick={close}>
            {t("close")}
          </Button>
        }
      >
        {made === undefined ? null : <SecretOnce secret={made} />}
      </Dialog>
    </>
  );
}
