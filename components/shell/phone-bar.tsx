"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "../ui/button";
import { cn } from "../ui/cn";
import { floating, veil } from "../ui/overlay-style";
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
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b bg-shell pr-4 pl-1.5 md:hidden">
      {/* Open only on the page it was opened on: a link in it closes it. */}
      <Dialog.Root
        open={openOn === pathname}
        onOpenChange={(open) => setOpenOn(open ? pathname : null)}
      >
        <Dialog.Trigger
          render={
            <IconButton label={t("menu")} className="size-11 text-ink [&_svg]:size-5">
              <MenuIcon aria-hidden />
            </IconButton>
          }
        />
        <Dialog.Portal>
          <Dialog.Backdrop className={veil} />
          <Dialog.Popup
            className={cn(
              floating,
              "fixed inset-y-0 left-0 z-40 flex w-70 max-w-[85vw] flex-col border-r bg-shell px-3 pb-3",
              "data-ending-style:-translate-x-2 data-starting-style:-translate-x-2",
            )}
          >
            <Dialog.Title className="sr-only">{t("menu")}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={t("close")} className="absolute top-2 right-2">
                  <X aria-hidden />
                </IconButton>
              }
            />
            {children}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <span className="min-w-0 truncate font-semibold">{activeItem(items, pathname)?.label}</span>
      <InitialsSquare name={storeName} className="ml-auto size-8" />
    </header>
  );
}
