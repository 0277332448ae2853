"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic } from "react";
import { THEMES, type Theme } from "./theme-cookie";
import { MenuChoices } from "./ui/menu";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** The page turns at once; `choose` keeps the choice in its cookie. */
export function ThemeChoices({
  theme,
  choose,
}: {
  theme: Theme;
  choose(theme: Theme): Promise<void>;
}) {
  const t = useTranslations("shell.theme");
  const [shown, show] = useOptimistic(theme);
  return (
    <MenuChoices
      label={t("label")}
      value={shown}
      onChange={(next) => {
        if (next === "system") delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = next;
        startTransition(async () => {
          show(next);
          await choose(next);
        });
      }}
      options={THEMES.map((value) => {
        const Icon = ICONS[value];
        return { value, label: t(value), icon: <Icon aria-hidden /> };
      })}
    />
  );
}
