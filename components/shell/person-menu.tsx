"use client";

import { ChevronsUpDown, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locale";
import { ThemeChoices } from "../theme";
import type { Theme } from "../theme-cookie";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "../ui/menu";
import { InitialsSquare } from "./initials-square";

export interface PersonMenuProps {
  person: { name: string; note: string };
  locale: Locale;
  theme: Theme;
  chooseLocale(locale: Locale): Promise<void>;
  chooseTheme(theme: Theme): Promise<void>;
  signOut(): Promise<void>;
}

export function PersonMenu(props: PersonMenuProps) {
  const { person, locale, theme, chooseLocale, chooseTheme, signOut } = props;
  const t = useTranslations("shell");
  return (
    <Menu
      align="start"
      side="top"
      fit
      trigger={
        <button
          type="button"
          aria-label={t("personMenu", { person: person.name })}
          className="grid w-full grid-cols-[1.75rem_minmax(0,1fr)_1rem] items-center gap-2.5 rounded-control p-2 text-left transition-colors hover:bg-ink/5"
        >
          <InitialsSquare name={person.name} className="rounded-full" />
          <span className="min-w-0">
            <span className="block truncate text-small font-medium">{person.name}</span>
            <span className="block truncate text-note text-ink-3">{person.note}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 text-ink-3" />
        </button>
      }
    >
      <MenuChoices
        label={t("language")}
        value={locale}
        onChange={(next) => startTransition(() => chooseLocale(next))}
        options={LOCALES.map((value) => ({
          value,
          label: <span lang={value}>{LOCALE_NAMES[value]}</span>,
        }))}
      />
      <MenuSeparator />
      <ThemeChoices theme={theme} choose={chooseTheme} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => startTransition(() => signOut())}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
