import type { Words } from "@/lib/tools/tool";

/** What {{variables}} of a text can stand for, in the order the editor offers them. */
export const templateVariables = [
  {
    name: "customer.first_name",
    label: { pl: "Imię klienta", en: "Customer's first name" },
    sample: { pl: "Anna", en: "Anna" },
  },
  {
    name: "customer.last_name",
    label: { pl: "Nazwisko klienta", en: "Customer's last name" },
    sample: { pl: "Nowak", en: "Nowak" },
  },
  {
    name: "customer.name",
    label: { pl: "Imię i nazwisko klienta", en: "Customer's full name" },
    sample: { pl: "Anna Nowak", en: "Anna Nowak" },
  },
  {
    name: "customer.email",
    label: { pl: "Adres e-mail klienta", en: "Customer's e-mail address" },
    sample: { pl: "anna.nowak@example.com", en: "anna.nowak@example.com" },
  },
  {
    name: "product.name",
    label: { pl: "Nazwa produktu", en: "Product name" },
    sample: { pl: "Kurs fotografii portretowej", en: "Portrait photography course" },
  },
  {
    name: "order.id",
    label: { pl: "Numer zamówienia", en: "Order number" },
    sample: { pl: "500002", en: "500002" },
  },
  {
    name: "order.amount",
    label: { pl: "Kwota zamówienia", en: "Order amount" },
    sample: { pl: "297", en: "297" },
  },
  {
    name: "order.currency",
    label: { pl: "Waluta zamówienia", en: "Order currency" },
    sample: { pl: "PLN", en: "PLN" },
  },
  {
    name: "order.quantity",
    label: { pl: "Liczba sztuk", en: "Quantity" },
    sample: { pl: "1", en: "1" },
  },
  {
    name: "subscription.plan",
    label: { pl: "Plan subskrypcji", en: "Subscription plan" },
    sample: { pl: "Miesięczny", en: "Monthly" },
  },
  {
    name: "subscription.new_plan",
    label: { pl: "Nowy plan subskrypcji", en: "New subscription plan" },
    sample: { pl: "Roczny", en: "Yearly" },
  },
  {
    name: "event.date",
    label: { pl: "Data zdarzenia", en: "Date of the event" },
    sample: { pl: "24.11.2026, 09:12", en: "24/11/2026, 09:12" },
  },
  {
    name: "automation.name",
    label: { pl: "Nazwa automatyzacji", en: "Automation name" },
    sample: { pl: "Powitanie kursantów", en: "Welcome to the course" },
  },
  {
    name: "store.name",
    label: { pl: "Nazwa sklepu", en: "Store name" },
    sample: { pl: "Pracownia Światła", en: "Pracownia Światła" },
  },
] as const satisfies readonly { name: string; label: Words; sample: Words }[];

export type TemplateVariable = (typeof templateVariables)[number]["name"];
/** What is known; what is missing or empty takes the fallback. */
export type TemplateFacts = Partial<Record<TemplateVariable, string | null>>;

const NAMES = new Set<string>(templateVariables.map(({ name }) => name));
const isVariable = (name: string): name is TemplateVariable => NAMES.has(name);

/** `{{name}}` or `{{name|what to say when it is not known}}`. */
const PLACEHOLDER = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

/** Fills in the variables, once: what a value contains is text, never a variable. */
export function fillTemplate(text: string, facts: TemplateFacts): string {
  return text.replace(PLACEHOLDER, (_, written: string, fallback = "") => {
    const name = written.trim();
    const value = isVariable(name) ? facts[name] : undefined;
    return value || fallback.trim();
  });
}

export type TemplateProblem = { kind: "unknown"; name: string } | { kind: "broken"; near: string };

/** What keeps a text from being saved: variables that don't exist, braces that don't close. */
export function templateProblems(text: string): TemplateProblem[] {
  const unknown = [...text.matchAll(PLACEHOLDER)]
    .map(([, written = ""]) => written.trim())
    .filter((name) => !isVariable(name))
    .map((name) => ({ kind: "unknown" as const, name }));
  const left = text.replace(PLACEHOLDER, "");
  const broken = /\{\{.{0,30}|.{0,30}\}\}/.exec(left)?.[0];
  return broken === undefined ? unknown : [...unknown, { kind: "broken", near: broken }];
}

/** The sample values of all variables, for a preview. */
export function sampleFacts(locale: keyof Words): TemplateFacts {
  return Object.fromEntries(templateVariables.map(({ name, sample }) => [name, sample[locale]]));
}
