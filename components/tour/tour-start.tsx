"use client";

import { Signpost } from "lucide-react";
import { startTransition, useRef, useState } from "react";
import { Button } from "../ui/button";
import { useLater } from "../ui/use-later";
import type { TourStep } from "./tour-steps";

const load = () => import("./tour-steps");

export interface TourStartProps {
  steps: readonly TourStep[];
  words: {
    start: string;
    title: string;
    text: string;
    later: string;
    /** Where to find it another time. */
    kept: string;
  };
  /** Not answered yet by this person: then it is offered with a word on what it is. */
  offered: boolean;
  /** Shown to those who have answered, too. */
  always: boolean;
  /** Keeps that it was answered. */
  answer(): Promise<void>;
}

/** Begins the tour. What was offered stays until the page is left, so that nothing jumps or loses the focus. */
export function TourStart({ steps, words, answer, ...given }: TourStartProps) {
  const [offered] = useState(given.offered);
  const [declined, setDeclined] = useState(false);
  const [going, setGoing] = useState(false);
  const [parts, want] = useLater(load);
  const button = useRef<HTMLButtonElement>(null);
  const answered = () => startTransition(answer);

  function start() {
    want();
    setGoing(true);
    if (given.offered) answered();
  }
  function decline() {
    setDeclined(true);
    answered();
  }
  if (!offered && !given.always) return null;
  const starter = (
    <Button
      ref={button}
      size="small"
      icon={<Signpost aria-hidden />}
      onClick={start}
      onPointerEnter={want}
      onFocus={want}
    >
      {words.start}
    </Button>
  );
  return (
    <>
      {offered ? (
        <Offer words={words} declined={declined} onDecline={decline}>
          {starter}
        </Offer>
      ) : (
        starter
      )}
      {going && parts ? (
        <parts.TourSteps steps={steps} from={button} onEnd={() => setGoing(false)} />
      ) : null}
    </>
  );
}

interface OfferProps extends Pick<TourStartProps, "words"> {
  declined: boolean;
  onDecline(): void;
  children: React.ReactNode;
}

function Offer({ words, declined, onDecline, children }: OfferProps) {
  return (
    <section
      aria-label={words.title}
      className="mb-6 flex max-w-185 flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line-strong bg-raised px-5 py-4"
    >
      {declined ? (
        <p ref={(said) => said?.focus()} tabIndex={-1} className="text-ink-2 outline-none">
          {words.kept}
        </p>
      ) : (
        <>
          <div>
            <p className="font-medium">{words.title}</p>
            <p className="text-pretty text-ink-2">{words.text}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            {children}
            <Button variant="ghost" size="small" onClick={onDecline}>
              {words.later}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
