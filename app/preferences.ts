"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { THEME_COOKIE, THEMES } from "@/components/theme-cookie";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locale";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

// Open to everyone, signed in or not: they touch nothing but the caller's own browser.

export async function chooseLocale(locale: unknown): Promise<void> {
  await keep(LOCALE_COOKIE, z.enum(LOCALES).parse(locale));
}

export async function chooseTheme(theme: unknown): Promise<void> {
  await keep(THEME_COOKIE, z.enum(THEMES).parse(theme));
}

async function keep(name: string, value: string): Promise<void> {
  const jar = await cookies();
  jar.set(name, value, { maxAge: YEAR_SECONDS, sameSite: "lax", path: "/" });
}
