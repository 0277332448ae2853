import type { Condition, Unmet } from "./conditions";
import type { ExitRule } from "./exit-rules";
import type { SendingWindow } from "./sending-window";
import type { Words } from "./words";

/** What an automation asks besides its trigger and moment; `product` is the name of a rule's product. */
export type Extras = {
  conditions: readonly Condition[];
  exitRules: readonly (ExitRule & { product?: string })[];
  sendingWindow: SendingWindow | null;
};

const WORK_DAYS = "1,2,3,4,5";
const WEEKEND = "6,7";
const EVERY_DAY = "1,2,3,4,5,6,7";
const DAY_MINUTES = 1440;

/** A list as people say it: "a, b i c", or with "lub". */
function listed(words: readonly string[], type: "conjunction" | "disjunction", t: Words): string {
  return new Intl.ListFormat(t("extras.locale"), { type }).format(words);
}

/** "plan to Roczny i kwota to co najmniej 100"; empty: nothing is asked. Half-typed ones don't count. */
export function conditionsWords(conditions: readonly Condition[], t: Words): string {
  const whole = conditions.filter(isWhole);
  return listed(
    whole.map((each) => conditionWords(each, t)),
    "conjunction",
    t,
  );
}

// By hand: the sentence stands on pages that must not wait for zod.
function isWhole(asked: Condition): boolean {
  if (!("value" in asked)) return true;
  const { value } = asked;
  return typeof value === "string" ? value.trim() !== "" : Number.isFinite(value);
}

export function conditionWords(asked: Condition, t: Words): string {
  const value = "value" in asked ? String(asked.value) : "";
  // The two parts of the key belong together by the shape of a condition.
  return t(`extras.condition.${asked.fact}.${asked.is}` as "extras.condition.plan.equal", {
    value,
  });
}

/** What an event said instead of what was asked, as part of a sentence that names the automation. */
export function unmetWords(name: string, unmet: Unmet, t: Words): string {
  const condition = conditionWords(unmet, t);
  if (unmet.got === undefined) return t("extras.unmet.silent", { name, condition });
  if (!("value" in unmet)) return t("extras.unmet.plain", { name, condition });
  return t("extras.unmet.said", { name, condition, got: String(unmet.got) });
}

/** "kupi ten produkt lub odzyska dostęp" */
export function exitsWords(rules: Extras["exitRules"], t: Words): string {
  return listed(
    rules.map((rule) => exitWords(rule, t)),
    "disjunction",
    t,
  );
}

function exitWords(rule: Extras["exitRules"][number], t: Words): string {
  if (rule.when !== "bought") return t(`extras.exit.${rule.when}`);
  if (!rule.productId) return t("extras.exit.this");
  return t("extras.exit.bought", { product: rule.product ?? t("extras.exit.someProduct") });
}

/** False as long as it is being filled in. */
export const isWholeWindow = ({ days, from, until }: SendingWindow): boolean =>
  days.length > 0 && Number.isInteger(from) && Number.isInteger(until) && from < until;

/** "w dni robocze od 9:00 do 17:00"; empty: at any time. */
export function windowWords(window: SendingWindow | null, t: Words): string {
  if (!window || !isWholeWindow(window)) return "";
  const { from, until } = window;
  const days = daysWords(window.days, t);
  if (from === 0 && until === DAY_MINUTES) return days;
  const hours = t("extras.window.hours", { from: timeWords(from), until: timeWords(until) });
  return t("extras.window.both", { days, hours });
}

function daysWords(days: readonly number[], t: Words): string {
  const sorted = [...days].sort((a, b) => a - b);
  const key = sorted.join(",");
  if (key === EVERY_DAY) return t("extras.window.every");
  if (key === WORK_DAYS) return t("extras.window.work");
  if (key === WEEKEND) return t("extras.window.weekend");
  const names = sorted.map((day) => t(`extras.window.day.d${day}` as "extras.window.day.d1"));
  return t("extras.window.on", { days: listed(names, "conjunction", t) });
}

/** Minutes since midnight as 9:00. */
const timeWords = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
