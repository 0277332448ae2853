"use client";

import { useTranslations } from "next-intl";
import { Confirm } from "../ui/confirm";
import { Notice } from "../ui/notice";
import { useDeed } from "../use-deed";
import type { RowActions } from "./integration-controls";

type Props = Pick<RowActions, "remove"> & {
  integration: { id: string; name: string };
  open: boolean;
  onClose(): void;
};

export function DeleteIntegration({ integration, open, onClose, remove }: Props) {
  const t = useTranslations("integrations.delete");
  const { run, pending, refusal } = useDeed(remove, onClose);
  return (
    <Confirm
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("title", { name: integration.name })}
      description={t("text")}
      confirmLabel={t("action")}
      pendingLabel={t("pending")}
      cancelLabel={t("keep")}
      danger
      pending={pending}
      onConfirm={() => run({ integrationId: integration.id })}
    >
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
    </Confirm>
  );
}
