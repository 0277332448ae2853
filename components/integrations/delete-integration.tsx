"use client";

import { useTranslations } from "next-intl";
import { DeedConfirm } from "../deed-confirm";
import type { RowActions } from "./row-actions";

type Props = Pick<RowActions, "remove"> & {
  integration: { id: string; name: string };
  open: boolean;
  onClose(): void;
};

export function DeleteIntegration({ integration, open, onClose, remove }: Props) {
  const t = useTranslations("integrations.delete");
  return (
    <DeedConfirm
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("title", { name: integration.name })}
      description={t("text")}
      confirmLabel={t("action")}
      pendingLabel={t("pending")}
      cancelLabel={t("keep")}
      danger
      action={remove}
      input={{ integrationId: integration.id }}
      onDone={onClose}
    />
  );
}
