import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavLinks } from "./nav-links";
import type { NavItem } from "./navigation";
import { PersonMenu, type PersonMenuProps } from "./person-menu";
import { PhoneBar } from "./phone-bar";
import { StoreSwitcher, type StoreSwitcherProps } from "./store-switcher";
import { Wordmark } from "./wordmark";

export interface ShellProps {
  items: readonly NavItem[];
  more?: readonly NavItem[];
  store: StoreSwitcherProps;
  person: PersonMenuProps;
  /** Of a demo: stands above the person. */
  timeMachine?: ReactNode;
  children: ReactNode;
}

/** The frame of every signed-in page: sidebar of 232 px, or a top bar with a menu below 760 px. */
export function Shell({ items, more = [], store, person, timeMachine, children }: ShellProps) {
  const t = useTranslations("shell");
  const contents = (
    <>
      <div className="flex h-14 shrink-0 items-center px-2">
        <Wordmark />
      </div>
      <StoreSwitcher {...store} />
      <NavLinks items={items} more={more} label={t("navigation")} locale={person.locale} />
      <div className="mt-auto border-t pt-2">
        {timeMachine}
        <PersonMenu {...person} />
      </div>
    </>
  );
  const storeName = store.stores.find(({ id }) => id === store.current)?.name ?? "";
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[14.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-control bg-raised px-3 py-2 font-medium text-accent-ink shadow-float focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        {t("skip")}
      </a>
      <aside
        aria-label={t("sidebar")}
        className="sticky top-0 flex h-dvh flex-col border-r bg-shell px-3 pb-2 max-md:hidden"
      >
        {contents}
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col max-md:min-h-0">
        <PhoneBar
          items={[...items, ...more].map(({ href, label }) => ({ href, label }))}
          storeName={storeName}
        >
          {contents}
        </PhoneBar>
        {children}
      </div>
    </div>
  );
}
