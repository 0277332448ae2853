"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Confirm } from "./ui/confirm";

export interface LeaveGuardProps {
  active: boolean;
  title: string;
  text: string;
  /** Leaves: "Wyjdź bez zapisywania". */
  confirm: string;
  /** Stays: "Wróć do edycji". */
  cancel: string;
  /** What was typed is lost. */
  danger?: boolean;
}

/** Asks before a link or the browser leads away from what was typed and not kept. */
export function LeaveGuard({ active, title, text, confirm, cancel, danger }: LeaveGuardProps) {
  const { push } = useRouter();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!active) return;
    function onClick(event: MouseEvent) {
      const href = leadsAway(event);
      if (href === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Capturing, to come before the router's own listener.
    document.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [active]);

  return (
    <Confirm
      open={target !== null}
      onOpenChange={(open) => !open && setTarget(null)}
      title={title}
      description={text}
      confirmLabel={confirm}
      cancelLabel={cancel}
      danger={danger}
      onConfirm={() => target && push(target)}
    />
  );
}

/** The address within the panel that a plain click on a link would open. */
function leadsAway(event: MouseEvent): string | undefined {
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!plain || !(link instanceof HTMLAnchorElement) || link.target === "_blank") return undefined;
  const url = new URL(link.href);
  // An anchor, or a sheet over this page.
  const samePage = url.pathname === location.pathname;
  if (url.origin !== location.origin || samePage || link.hasAttribute("download")) return undefined;
  return url.pathname + url.search + url.hash;
}
