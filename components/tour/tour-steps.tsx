"use client";

import { ArrowLeft } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "../ui/button";
import { Pointer } from "../ui/pointer";

export interface TourStep {
  /** Of the link in the navigation. */
  href: string;
  title: string;
  text: string;
  /** "2 z 5, w menu" */
  place: string;
  /** "Następne: Oś czasu"; the last step ends the tour. */
  next: string;
  /** "Poprzednie: Produkty"; the first step has none. */
  previous?: string;
}

export interface TourStepsProps {
  steps: readonly TourStep[];
  onEnd(): void;
  from: RefObject<HTMLElement | null>;
}

/** Goes through the navigation, one part after the other; on a phone it points at the menu. */
export function TourSteps({ steps, onEnd, from }: TourStepsProps) {
  const [at, setAt] = useState(0);
  const forward = useRef<HTMLButtonElement>(null);
  const step = steps[at];
  const href = step?.href;
  useEffect(() => {
    const link = href === undefined ? null : shownLink(href);
    link?.toggleAttribute("data-pointed-at", true);
    return () => void link?.removeAttribute("data-pointed-at");
  }, [href]);
  function back() {
    setAt(at - 1);
    // The first step has no way back, and the focus would go with it.
    if (at === 1) forward.current?.focus();
  }
  if (!step) return null;
  const link = shownLink(step.href);
  return (
    <Pointer
      open
      onOpenChange={(open) => !open && onEnd()}
      at={link ?? document.getElementById("menu")}
      side={link ? "right" : "bottom"}
      note={step.place}
      title={step.title}
      foot={
        <>
          {step.previous ? (
            <IconButton label={step.previous} onClick={back}>
              <ArrowLeft aria-hidden />
            </IconButton>
          ) : (
            <span />
          )}
          <Button
            ref={forward}
            variant="primary"
            onClick={() => (at + 1 < steps.length ? setAt(at + 1) : onEnd())}
          >
            {step.next}
          </Button>
        </>
      }
      from={from}
    >
      {step.text}
    </Pointer>
  );
}

/** The link in the sidebar; null on a phone, where the sidebar is folded away. */
function shownLink(href: string): Element | null {
  const link = document.querySelector(`aside nav a[href="${href}"]`);
  return link?.checkVisibility() ? link : null;
}
