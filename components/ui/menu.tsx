"use client";

import { Check } from "lucide-react";
import { cloneElement, type ReactElement, type ReactNode } from "react";
import type { ButtonProps } from "./button";
import { cn } from "./cn";
import { listItem } from "./control-style";
import { Link } from "./link";
import { useMenuParts } from "./menu-parts";
import { usePopup } from "./use-popup";

const load = () => import("./menu-popup");

export interface MenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement<Omit<ButtonProps, "variant" | "size"> & { label?: string }>;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  /** As wide as the trigger, at least. */
  fit?: boolean;
}

export function Menu({ trigger, children, align = "end", side = "bottom", fit }: MenuProps) {
  const { parts, popup, trigger: joined } = usePopup(load);
  return (
    <>
      {cloneElement(trigger, { ...joined, "aria-haspopup": "menu" })}
      {parts ? (
        <parts.MenuPopup
          {...popup}
          label={trigger.props.label ?? trigger.props["aria-label"]}
          align={align}
          side={side}
          fit={fit}
        >
          {children}
        </parts.MenuPopup>
      ) : null}
    </>
  );
}

const item = cn(listItem, "flex [&_svg]:size-4 [&_svg]:shrink-0 base:[&_svg]:text-ink-3");

interface MenuItemProps {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem(props: MenuItemProps & { onSelect?(): void }) {
  const { Item } = useMenuParts();
  return (
    <Item
      disabled={props.disabled}
      onClick={props.onSelect}
      className={cn(item, props.danger && "text-bad [&_svg]:text-bad")}
    >
      {props.icon}
      {props.children}
    </Item>
  );
}

export function MenuLink({ icon, children, href }: MenuItemProps & { href: string }) {
  const { LinkItem } = useMenuParts();
  return (
    <LinkItem render={<Link href={href} />} className={item} closeOnClick>
      {icon}
      {children}
    </LinkItem>
  );
}

export function MenuSeparator() {
  const { Separator } = useMenuParts();
  return <Separator className="my-1 h-px bg-line" />;
}

export interface MenuChoicesProps<V extends string> {
  label: string;
  value: V;
  onChange(value: NoInfer<V>): void;
  options: readonly { value: V; label: ReactNode; icon?: ReactNode }[];
}

/** One of a few, inside a menu: language, theme, store. */
export function MenuChoices<V extends string>(props: MenuChoicesProps<V>) {
  const { Group, GroupLabel, RadioGroup, RadioItem, RadioItemIndicator } = useMenuParts();
  return (
    <Group>
      <GroupLabel className="px-3 pt-2 pb-1 text-note text-ink-3">{props.label}</GroupLabel>
      <RadioGroup value={props.value} onValueChange={(next: V) => props.onChange(next)}>
        {props.options.map((option) => (
          <RadioItem key={option.value} value={option.value} closeOnClick className={item}>
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            <RadioItemIndicator className="[&_svg]:text-accent-ink">
              <Check aria-hidden />
            </RadioItemIndicator>
          </RadioItem>
        ))}
      </RadioGroup>
    </Group>
  );
}
