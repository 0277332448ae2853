"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { listItem, popup } from "./control-style";

export interface MenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  /** As wide as the trigger, at least. */
  fit?: boolean;
}

export function Menu({ trigger, children, align = "end", side = "bottom", fit }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50">
          <Base.Popup
            className={cn(
              popup,
              "max-h-(--available-height) max-w-80 min-w-44 overflow-y-auto py-1",
              fit && "min-w-(--anchor-width)",
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const item = cn(listItem, "flex [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3");
const destructive = "text-bad [&_svg]:text-bad";

interface MenuItemProps {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({
  icon,
  danger,
  disabled,
  children,
  onSelect,
}: MenuItemProps & { onSelect?(): void }) {
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={cn(item, danger && destructive)}>
      {icon}
      {children}
    </Base.Item>
  );
}

export function MenuLink({ icon, children, href }: MenuItemProps & { href: string }) {
  return (
    <Base.LinkItem render={<Link href={href} />} className={item} closeOnClick>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-3 pt-2 pb-1 text-note text-ink-3">{children}</div>;
}

export interface MenuChoicesProps<V extends string> {
  label: string;
  value: V;
  onChange(value: NoInfer<V>): void;
  options: readonly { value: V; label: ReactNode; icon?: ReactNode }[];
}

/** One of a few, inside a menu: language, theme, store. */
export function MenuChoices<V extends string>(props: MenuChoicesProps<V>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-2 pb-1 text-note text-ink-3">
        {props.label}
      </Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={(next: V) => props.onChange(next)}>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={item}>
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            <Base.RadioItemIndicator className="[&_svg]:text-accent-ink">
              <Check aria-hidden />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
