"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Menu, MenuChoices, MenuLink, MenuSeparator } from "../ui/menu";
import { InitialsSquare } from "./initials-square";

export interface StoreSwitcherProps {
  stores: readonly { id: string; name: string }[];
  current: string;
  switchStore(id: string): Promise<void>;
  /** Where another store is created; missing where that isn't possible. */
  newStoreHref?: string;
}

export function StoreSwitcher({ stores, current, switchStore, newStoreHref }: StoreSwitcherProps) {
  const t = useTranslations("shell");
  const name = stores.find(({ id }) => id === current)?.name ?? "";
  const face = (
    <>
      <InitialsSquare name={name} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-note text-ink-3">{t("store")}</span>
      </span>
    </>
  );
  const frame =
    "mb-3 grid w-full items-center gap-2.5 rounded-control border border-line-strong p-2 text-left";
  if (stores.length < 2 && !newStoreHref) {
    return <div className={`${frame} grid-cols-[1.75rem_minmax(0,1fr)]`}>{face}</div>;
  }
  return (
    <Menu
      align="start"
      fit
      trigger={
        <button
          type="button"
          aria-label={t("switchStore", { store: name })}
          className={`${frame} grid-cols-[1.75rem_minmax(0,1fr)_1rem] transition-colors hover:bg-ink/5`}
        >
          {face}
          <ChevronsUpDown aria-hidden className="size-4 text-ink-3" />
        </button>
      }
    >
      <MenuChoices
        label={t("stores")}
        value={current}
        onChange={(id) => startTransition(() => switchStore(id))}
        options={stores.map(({ id, name: label }) => ({ value: id, label }))}
      />
      {newStoreHref ? (
        <>
          <MenuSeparator />
          <MenuLink href={newStoreHref} icon={<Plus aria-hidden />}>
            {t("newStore")}
          </MenuLink>
        </>
      ) : null}
    </Menu>
  );
}
