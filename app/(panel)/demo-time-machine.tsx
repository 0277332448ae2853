import { TimeMachine } from "@/components/time-machine/time-machine";
import { clockOffset, now } from "@/lib/clock";
import { env } from "@/lib/env";
import { ClientWords } from "@/lib/i18n/client-words";
import { move, seeAhead, seeComing } from "./time-machine-actions";

/** Nothing at all outside a demo. */
export function DemoTimeMachine({ zone }: { zone: string }) {
  if (!env().DEMO) return null;
  return (
    <ClientWords areas={["time-machine"]}>
      <TimeMachine
        now={now()}
        zone={zone}
        moved={clockOffset() > 0}
        seeAhead={seeAhead}
        move={move}
        seeComing={seeComing}
      />
    </ClientWords>
  );
}
