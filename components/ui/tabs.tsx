"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { tab, tabList } from "./tab-style";

export interface TabsProps {
  tabs: readonly { value: string; label: ReactNode; count?: number; panel: ReactNode }[];
  defaultValue?: string;
  value?: string;
  onChange?(value: string): void;
  label: string;
  className?: string;
}

/** Parts of one page that share its address. Parts with an address of their own: `LinkTabs`. */
export function Tabs({ tabs, defaultValue, value, onChange, label, className }: TabsProps) {
  return (
    <Base.Root
      defaultValue={value === undefined ? (defaultValue ?? tabs[0]?.value) : undefined}
      value={value}
      onValueChange={(next) => onChange?.(String(next))}
      className={className}
    >
      <Base.List aria-label={label} className={tabList}>
        {tabs.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className={cn(
              tab,
              "data-active:border-accent-ink data-active:font-medium data-active:text-ink",
            )}
          >
            {item.label}
            {item.count === undefined ? null : (
              <span className="ml-1 text-note text-ink-3">{item.count}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((item) => (
        <Base.Panel key={item.value} value={item.value}>
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
