"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { useDeed } from "../use-deed";
import type { RowActions } from "./integration-controls";
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
  const { run, pending, refusal } = useDeed(rotate, setMade);
  function close() {
    setMade(undefined);
    onClose();
  }
  return (
    <>
      <Confirm
        open={open && made === undefined}
        onOpenChange={(next) => !next && close()}
        title={t("title", { name: integration.name })}
        description={t("text")}
        confirmLabel={t("action")}
        pendingLabel={t("pending")}
        cancelLabel={t("keep")}
        pending={pending}
        onConfirm={() => run({ integrationId: integration.id, field })}
      >
        {refusal ? (
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        ) : null}
      </Confirm>
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
