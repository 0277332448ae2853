import type { ActionResult } from "@/lib/action";
import type { Leap } from "@/lib/time-machine/input";
import type { Ahead } from "@/lib/time-machine/look-ahead";

export interface TimeMachineProps {
  /** The shop's present, as the page was made. */
  now: Date;
  zone: string;
  /** Whether it was moved already: its present is another than the visitor's. */
  moved: boolean;
  seeAhead(leap: Leap): Promise<ActionResult<Ahead>>;
  move(leap: Leap): Promise<ActionResult<Date>>;
  seeComing(nothing: object): Promise<ActionResult<number>>;
}
