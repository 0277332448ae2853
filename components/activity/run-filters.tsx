"use client";

import { Search, SlidersHorizontal, X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { UNSUCCESSFUL_CHOICE } from "@/lib/activity/choice";
import { DayField } from "../day/day-field";
import type { RunStatusName } from "../run-status";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Combobox } from "../ui/combobox";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

/** After so long without a key press the list is asked for. */
const REST_MS = 300;
const ANY = "any";

export type Filters = Partial<
  Record<
    "customer" | "status" | "product" | "automation" | "integration" | "from" | "to" | "since",
    string
  >
>;

interface RunFiltersProps {
  filters: Filters;
  /** Absent where the view has but one. */
  statuses?: readonly (RunStatusName | typeof UNSUCCESSFUL_CHOICE)[];
  products: readonly { id: string; name: string }[];
  automations: readonly { id: string; name: string; productId: string }[];
  /** "2026-11-24" in the store's zone. */
  today: string;
}

/** Filters live in the address, so that a view can be kept and sent. */
export function RunFilters(props: RunFiltersProps) {
  const { filters, statuses, products, automations, today } = props;
  const t = useTranslations("activity.filters");
  const status = useTranslations("status.run");
  const { set, pending } = useFilters(filters);
  const offered = automations.filter(
    ({ productId }) => !filters.product || productId === filters.product,
  );
  const { status: _status, ...narrowing } = filters;
  const { customer: _customer, ...folded } = statuses ? filters : narrowing;
  const narrowed = Object.values(statuses ? filters : narrowing).some(Boolean);
  return (
    <search
      aria-label={t("label")}
      aria-busy={pending}
      className="mb-5 flex flex-wrap items-end gap-2"
    >
      <CustomerFilter value={filters.customer ?? ""} onChange={(customer) => set({ customer })} />
      <Folded count={Object.values(folded).filter(Boolean).length}>
        {statuses ? (
          <Select
            look="quiet"
            aria-label={t("status")}
            className="w-36 max-md:w-full"
            value={filters.status ?? ANY}
            onChange={(next) => set({ status: next === ANY ? "" : next })}
            options={[
              { value: ANY, label: t("allStatuses") },
              ...statuses.map((value) => ({
                value,
                label: value === UNSUCCESSFUL_CHOICE ? t("unsuccessful") : status(value),
              })),
            ]}
          />
        ) : null}
        <Choice
          label={t("product")}
          all={t("allProducts")}
          search={t("search")}
          choices={products}
          value={filters.product}
          onChange={(product) => set({ product, automation: "" })}
        />
        <Choice
          label={t("automation")}
          all={t("allAutomations")}
          search={t("searchAutomation")}
          choices={offered}
          value={filters.automation}
          onChange={(automation) => set({ automation })}
        />
        <Days from={filters.from} to={filters.to} today={today} onChange={set} />
        {narrowed ? (
          <Button
            variant="ghost"
            icon={<X aria-hidden />}
            onClick={() =>
              set({
                customer: "",
                product: "",
                automation: "",
                integration: "",
                from: "",
                to: "",
                since: "",
                ...(statuses && { status: "" }),
              })
            }
          >
            {t("clear")}
          </Button>
        ) : null}
      </Folded>
    </search>
  );
}

/** On a phone all but the search is folded away: the list is what one came for. */
function Folded({ count, children }: { count: number; children: ReactNode }) {
  const t = useTranslations("activity.filters");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className="w-full md:hidden"
        icon={<SlidersHorizontal aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {count ? t("moreChosen", { count }) : t("more")}
      </Button>
      <div className={cn("contents", open ? "" : "max-md:hidden")}>{children}</div>
    </>
  );
}

function useFilters(filters: Filters) {
  const { replace } = useRouter();
  const pathname = usePathname();
  const [pending, start] = useTransition();
  function set(change: Filters) {
    const chosen = Object.entries({ ...filters, ...change }).filter(([, value]) => value);
    const query = new URLSearchParams(chosen as [string, string][]);
    start(() => replace(`${pathname}?${query}`, { scroll: false }));
  }
  return { set, pending };
}

function CustomerFilter({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useTranslations("activity.filters");
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // While somebody types there, an answer that comes meanwhile is about what stood there before.
  useEffect(() => {
    if (timer.current === undefined && document.activeElement !== field.current) setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Input
      ref={field}
      type="search"
      aria-label={t("customer")}
      placeholder={t("customer")}
      before={<Search aria-hidden className="size-4" />}
      value={typed}
      maxLength={200}
      onChange={({ target }) => {
        setTyped(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          timer.current = undefined;
          onChange(target.value.trim());
        }, REST_MS);
      }}
      className="min-w-44 flex-1 border-line-strong max-md:w-full max-md:flex-none"
    />
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  search: string;
  choices: readonly { id: string; name: string }[];
  value: string | undefined;
  onChange(value: string): void;
}

function Choice({ label, all, search, choices, value, onChange }: ChoiceProps) {
  const t = useTranslations("activity.filters");
  return (
    <Combobox
      aria-label={label}
      look="quiet"
      className="w-44 max-md:w-full"
      choices={[
        { value: ANY, label: all },
        ...choices.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ANY}
      onChange={(next) => onChange(next === ANY ? "" : (next ?? ""))}
      words={{
        search,
        loading: t("loading"),
        empty: t("empty"),
        none: (query) => t("none", { query }),
      }}
    />
  );
}

interface DaysProps extends Pick<Filters, "from" | "to"> {
  today: string;
  onChange(change: Filters): void;
}

function Days({ from = "", to = "", today, onChange }: DaysProps) {
  const t = useTranslations("activity.filters");
  const field = { today, any: t("anyDay"), className: "w-44 max-md:w-full" };
  return (
    <>
      <DayField
        {...field}
        label={t("from")}
        short={t("fromShort")}
        value={from}
        until={to || undefined}
        onChange={(day) => onChange({ from: day })}
      />
      <DayField
        {...field}
        label={t("to")}
        short={t("toShort")}
        value={to}
        from={from || undefined}
        onChange={(day) => onChange({ to: day })}
      />
    </>
  );
}
