"use client";

import { Ellipsis, KeyRound, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "../ui/menu";
import { RowControls } from "../ui/rows";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";
import { DeleteIntegration } from "./delete-integration";
import { RotateSecret } from "./rotate-secret";
import type { RowActions } from "./row-actions";

export interface ControlsProps {
  integration: { id: string; name: string };
  broken: boolean;
  /** Red because the credentials were refused: mending them is what helps. */
  wrongKey: boolean;
  /** The field whose secret we made. */
  signing?: string;
  at: string;
  actions: RowActions;
}

export function IntegrationControls(props: ControlsProps) {
  const { integration, broken, wrongKey, signing, at, actions } = props;
  const t = useTranslations("integrations");
  const toast = useToast();
  const [dialog, setDialog] = useState<"delete" | "rotate" | null>(null);
  const check = useDeed(actions.checkNow, undefined, (text) => toast.show({ text, tone: "bad" }));
  const edit = `${at}?edit=${integration.id}`;
  const checkNow = () => check.run({ integrationId: integration.id });
  return (
    <RowControls className="max-md:col-start-2">
      {broken && !wrongKey ? (
        <Button
          size="small"
          onClick={checkNow}
          pending={check.pending}
          pendingLabel={t("checking")}
        >
          {t("checkAgain")}
        </Button>
      ) : (
        <ButtonLink href={edit} size="small" scroll={false} aria-busy={check.pending}>
          {check.pending ? t("checking") : t(wrongKey ? "mend" : "edit")}
        </ButtonLink>
      )}
      <Menu
        trigger={
          <IconButton label={t("more", { name: integration.name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuLink href={edit} icon={<Pencil aria-hidden />}>
          {t("edit")}
        </MenuLink>
        <MenuItem icon={<RefreshCw aria-hidden />} onSelect={checkNow}>
          {t("checkNow")}
        </MenuItem>
        {signing ? (
          <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => setDialog("rotate")}>
            {t("rotate.action")}
          </MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setDialog("delete")}>
          {t("delete.action")}
        </MenuItem>
      </Menu>
      <DeleteIntegration
        integration={integration}
        open={dialog === "delete"}
        onClose={() => setDialog(null)}
        remove={actions.remove}
      />
      {signing ? (
        <RotateSecret
          integration={integration}
          field={signing}
          open={dialog === "rotate"}
          onClose={() => setDialog(null)}
          rotate={actions.rotate}
        />
      ) : null}
    </RowControls>
  );
}
