import {
  CalendarClock,
  CircleQuestionMark,
  House,
  Inbox,
  ListChecks,
  Package,
  Plug,
  Settings,
  Workflow,
} from "lucide-react";

import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLocale, chooseTheme } from "@/app/preferences";
import type { NavItem } from "@/components/shell/navigation";
import { Shell } from "@/components/shell/shell";
import { isTheme, THEME_COOKIE } from "@/components/theme-cookie";
import { countWaiting } from "@/lib/activity/queries";
import { isOperator } from "@/lib/auth/operator";
import { requireMember } from "@/lib/auth/session";
import { countBroken } from "@/lib/integrations/queries";
import { storesOf } from "@/lib/people/join-queries";
import { signOut, switchStore } from "./actions";
import { DemoTimeMachine } from "./demo-time-machine";

/** The frame of every page for members. It guards nothing: each page asks for the member itself. */
export default async function PanelLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const [locale, t, operator, jar, broken, waiting, stores] = await Promise.all([
    getLocale(),
    getTranslations("shell.nav"),
    getTranslations("operator"),
    cookies(),
    countBroken(member.storeId),
    countWaiting(member.storeId),
    storesOf(member.userId),
  ]);
  const theme = jar.get(THEME_COOKIE)?.value;
  const items: NavItem[] = [
    { href: "/", label: t("start"), icon: <House aria-hidden /> },
    { href: "/products", label: t("products"), icon: <Package aria-hidden /> },
    { href: "/automations", label: t("automations"), icon: <Workflow aria-hidden /> },
    {
      href: "/timeline",
      label: t("timeline"),
      icon: <CalendarClock aria-hidden />,
      count: { value: waiting, label: t("waiting") },
    },
    { href: "/activity", label: t("activity"), icon: <ListChecks aria-hidden /> },
    {
      href: "/integrations",
      label: t("integrations"),
      icon: <Plug aria-hidden />,
      count: { value: broken, label: t("broken"), bad: true },
    },
  ];
  const more: NavItem[] = [
    { href: "/settings", label: t("settings"), icon: <Settings aria-hidden /> },
    { href: "/help", label: t("help"), icon: <CircleQuestionMark aria-hidden /> },
    ...(isOperator(member.email)
      ? [{ href: "/operator", label: operator("nav"), icon: <Inbox aria-hidden /> }]
      : []),
  ];
  return (
    <Shell
      items={items}
      more={more}
      store={{ stores, current: member.storeId, switchStore }}
      timeMachine={<DemoTimeMachine zone={member.store.timeZone} />}
      person={{
        person: { name: member.name, note: t(`role.${member.role}`) },
        locale,
        theme: isTheme(theme) ? theme : "system",
        chooseLocale,
        chooseTheme,
        signOut,
      }}
    >
      {children}
    </Shell>
  );
}
