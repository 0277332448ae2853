import type { Locale } from "./locale";

// An area is one file per language, owned by one part of the panel: its name is the namespace of
// `useTranslations`. A new area is one line here in each language.
const pl = {
  activity: () => import("@/messages/pl/activity.json"),
  alerts: () => import("@/messages/pl/alerts.json"),
  auth: () => import("@/messages/pl/auth.json"),
  automations: () => import("@/messages/pl/automations.json"),
  deeds: () => import("@/messages/pl/deeds.json"),
  erasure: () => import("@/messages/pl/erasure.json"),
  errors: () => import("@/messages/pl/errors.json"),
  events: () => import("@/messages/pl/events.json"),
  forwarding: () => import("@/messages/pl/forwarding.json"),
  help: () => import("@/messages/pl/help.json"),
  history: () => import("@/messages/pl/history.json"),
  integrations: () => import("@/messages/pl/integrations.json"),
  operator: () => import("@/messages/pl/operator.json"),
  people: () => import("@/messages/pl/people.json"),
  products: () => import("@/messages/pl/products.json"),
  qr: () => import("@/messages/pl/qr.json"),
  settings: () => import("@/messages/pl/settings.json"),
  shell: () => import("@/messages/pl/shell.json"),
  start: () => import("@/messages/pl/start.json"),
  status: () => import("@/messages/pl/status.json"),
  timeline: () => import("@/messages/pl/timeline.json"),
  "time-machine": () => import("@/messages/pl/time-machine.json"),
  tour: () => import("@/messages/pl/tour.json"),
  versions: () => import("@/messages/pl/versions.json"),
};
const en = {
  activity: () => import("@/messages/en/activity.json"),
  alerts: () => import("@/messages/en/alerts.json"),
  auth: () => import("@/messages/en/auth.json"),
  automations: () => import("@/messages/en/automations.json"),
  deeds: () => import("@/messages/en/deeds.json"),
  erasure: () => import("@/messages/en/erasure.json"),
  errors: () => import("@/messages/en/errors.json"),
  events: () => import("@/messages/en/events.json"),
  forwarding: () => import("@/messages/en/forwarding.json"),
  help: () => import("@/messages/en/help.json"),
  history: () => import("@/messages/en/history.json"),
  integrations: () => import("@/messages/en/integrations.json"),
  operator: () => import("@/messages/en/operator.json"),
  people: () => import("@/messages/en/people.json"),
  products: () => import("@/messages/en/products.json"),
  qr: () => import("@/messages/en/qr.json"),
  settings: () => import("@/messages/en/settings.json"),
  shell: () => import("@/messages/en/shell.json"),
  start: () => import("@/messages/en/start.json"),
  status: () => import("@/messages/en/status.json"),
  timeline: () => import("@/messages/en/timeline.json"),
  "time-machine": () => import("@/messages/en/time-machine.json"),
  tour: () => import("@/messages/en/tour.json"),
  versions: () => import("@/messages/en/versions.json"),
} satisfies Record<Area, unknown>;

export type Area = keyof typeof pl;
/** Refusals are found by the key that the error carries, so their keys are any text to the compiler. */
export type Messages = {
  [A in Area]: A extends "errors"
    ? Record<string, string>
    : Awaited<ReturnType<(typeof pl)[A]>>["default"];
};

export const AREAS = Object.keys(pl) as Area[];

/** Every word of the panel in one language, by area. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const areas = { pl, en }[locale];
  const entries = await Promise.all(
    AREAS.map(async (area) => [area, (await areas[area]()).default] as const),
  );
  return Object.fromEntries(entries) as unknown as Messages;
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
