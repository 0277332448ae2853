"use client";

import {
  CalendarSearch,
  Copy,
  CopyPlus,
  Ellipsis,
  FileDown,
  History,
  ListChecks,
  Pencil,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "../ui/button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "../ui/menu";
import type { AutomationActions } from "./automation-actions";

const RemoveDialog = lazy(async () => ({
  default: (await import("./remove-dialog")).RemoveDialog,
}));

interface AutomationMenuProps extends AutomationActions {
  automationId: string;
  name: string;
  mayEdit: boolean;
  /** In the editor: no link to where one is. */
  here?: boolean;
  onRemoved?(): void;
}

export function AutomationMenu({
  automationId,
  name,
  mayEdit,
  here,
  onRemoved,
  ...actions
}: AutomationMenuProps) {
  const t = useTranslations("automations.list");
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("more", { name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {here ? null : (
          <MenuLink href={`/automations/${automationId}`} icon={<Pencil aria-hidden />}>
            {t("edit")}
          </MenuLink>
        )}
        <MenuLink href={`/activity?automation=${automationId}`} icon={<ListChecks aria-hidden />}>
          {t("runs")}
        </MenuLink>
        <MenuLink href={`/automations/${automationId}/versions`} icon={<History aria-hidden />}>
          {t("versions")}
        </MenuLink>
        <MenuLink
          href={`/automations/${automationId}/history`}
          icon={<CalendarSearch aria-hidden />}
        >
          {t("history")}
        </MenuLink>
        {mayEdit ? (
          <>
            <MenuLink href={`/automations/new?copy=${automationId}`} icon={<Copy aria-hidden />}>
              {t("duplicate")}
            </MenuLink>
            <MenuLink href={`/automations/${automationId}/copy`} icon={<CopyPlus aria-hidden />}>
              {t("copyTo")}
            </MenuLink>
            <MenuItem
              icon={<FileDown aria-hidden />}
              onSelect={() => location.assign(`/automations/${automationId}/export`)}
            >
              {t("export")}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setRemoving(true)}>
              {t("remove")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <Suspense>
        <RemoveDialog
          automationId={automationId}
          name={name}
          open={removing}
          onOpenChange={setRemoving}
          onRemoved={onRemoved}
          {...actions}
        />
      </Suspense>
    </>
  );
}
