"use client";

import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "../ui/button";
import { Close } from "../ui/close";
import { useWindow } from "../ui/use-window";
import { InitialsSquare } from "./initials-square";
import { activeItem } from "./navigation";

/** Top bar below 760 px: the menu, the part of the panel one is in, the store. */
export function PhoneBar({
  items,
  storeName,
  children,
}: {
  items: readonly { href: string; label: string }[];
  storeName: string;
  /** What the sidebar holds. */
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  // Open only on the page it was opened on: a link in it closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const { open, change, button, FloatingWindow, within } = useWindow({
    open: openOn === pathname,
    onOpenChange: (next) => setOpenOn(next ? pathname : null),
    trigger: (
      <IconButton id="menu" label={t("menu")} className="size-11 text-ink [&_svg]:size-5">
        <MenuIcon aria-hidden />
      </IconButton>
    ),
  });
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b bg-shell pr-4 pl-1.5 md:hidden">
      {button}
      {FloatingWindow
        ? within(
            <FloatingWindow
              shape="drawer"
              open={open}
              onOpenChange={change}
              title={t("menu")}
              titleHidden
              className="px-3 pb-3"
            >
              <Close>
                <IconButton label={t("close")} className="absolute top-2 right-2">
                  <X aria-hidden />
                </IconButton>
              </Close>
              {children}
            </FloatingWindow>,
          )
        : null}
      <span className="min-w-0 truncate font-semibold">
        {activeItem(items, pathname)?.label ?? storeName}
      </span>
      <InitialsSquare name={storeName} className="ml-auto size-8" />
    </header>
  );
}
