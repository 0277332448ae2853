"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, CircleX, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import type { ComboboxChoice, ComboboxWords } from "./combobox-words";
import { listItem, popup } from "./control-style";
import { findMatch } from "./match";
import { Skeleton } from "./skeleton";

interface DrawerProps {
  words: ComboboxWords;
  state: "ready" | "loading" | "failed";
  choices: readonly ComboboxChoice[];
  onReload: (() => void) | undefined;
  query: string;
  shown: number;
  matching: number;
}

/** What hangs below the field: caption, state or list, foot. */
export function ComboboxDrawer(props: DrawerProps) {
  const { words, state, query, shown, matching, choices } = props;
  return (
    <div className={popup}>
      <Caption {...props} />
      <Base.Status>
        <State {...props} />
      </Base.Status>
      <Base.List className="max-h-[min(20rem,calc(var(--available-height)-7.5rem))] overflow-y-auto overscroll-contain data-empty:hidden">
        {(choice: ComboboxChoice) => <Item key={choice.value} choice={choice} query={query} />}
      </Base.List>
      {state === "ready" && words.count && shown > 0 ? (
        <p aria-live="polite" className="border-t px-3 py-2 text-note text-ink-3">
          {words.count({ shown, matching, total: choices.length })}
        </p>
      ) : null}
    </div>
  );
}

function Caption({ words, state, onReload }: DrawerProps) {
  if (!words.caption && !words.reload) return null;
  return (
    <div className="flex min-h-9 items-center gap-2 border-b px-3 py-1 text-note text-ink-3">
      <span className="min-w-0 flex-1">{words.caption}</span>
      {words.reload && onReload ? (
        <Button
          variant="ghost"
          size="small"
          className="-mr-2 h-7 gap-1 px-2 text-note max-md:h-9"
          icon={<RefreshCw aria-hidden className={cn(state === "loading" && "animate-spin")} />}
          onClick={onReload}
        >
          {words.reload}
        </Button>
      ) : null}
    </div>
  );
}

function State({ words, state, query, shown, choices, onReload }: DrawerProps) {
  if (state === "loading" && choices.length === 0) {
    return (
      <div className="grid gap-3 px-3 py-3">
        <span className="sr-only">{words.loading}</span>
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
        <Skeleton className="w-3/5" />
      </div>
    );
  }
  if (state === "failed") {
    return (
      <div className="grid justify-items-start gap-2 px-3 py-3">
        <p className="flex gap-2">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          <span>{words.failed}</span>
        </p>
        {onReload ? <Retry onReload={onReload}>{words.reload}</Retry> : null}
      </div>
    );
  }
  if (shown > 0) return null;
  return (
    <div className="px-3 py-2.5 text-ink-2">
      {choices.length === 0 ? words.empty : words.none(query)}
    </div>
  );
}

function Retry({ onReload, children }: { onReload(): void; children: ReactNode }) {
  return (
    <Button size="small" icon={<RefreshCw aria-hidden />} onClick={onReload}>
      {children}
    </Button>
  );
}

function Item({ choice, query }: { choice: ComboboxChoice; query: string }) {
  return (
    <Base.Item
      value={choice}
      className={cn(
        listItem,
        "grid",
        "grid-cols-[1rem_minmax(0,1fr)_auto] max-md:grid-cols-[1rem_minmax(0,1fr)]",
      )}
    >
      <span className="size-4 text-accent-ink">
        <Base.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </Base.ItemIndicator>
      </span>
      <span className="truncate max-md:whitespace-normal">
        <Marked text={choice.label} query={query} />
      </span>
      {choice.note ? (
        <span className="text-note text-ink-3 max-md:col-start-2">{choice.note}</span>
      ) : null}
    </Base.Item>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  const match = findMatch(text, query);
  if (!match) return text;
  return (
    <>
      {text.slice(0, match[0])}
      <mark className="bg-transparent font-semibold text-inherit underline decoration-accent-ink underline-offset-3">
        {text.slice(match[0], match[1])}
      </mark>
      {text.slice(match[1])}
    </>
  );
}
