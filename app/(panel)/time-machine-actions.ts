"use server";

import { z } from "zod";
import { memberAction } from "@/lib/action";
import { leap } from "@/lib/time-machine/input";
import { lookAhead, stillComing } from "@/lib/time-machine/look-ahead";
import { moveClock } from "@/lib/time-machine/move";

export const seeAhead = memberAction(
  "timeMachine.seeAhead",
  leap,
  (input, { storeId, store }) => lookAhead(storeId, input, store.timeZone),
  { reads: true },
);

export const move = memberAction("timeMachine.move", leap, (input, { store }) =>
  moveClock(input, store.timeZone),
);

export const seeComing = memberAction(
  "timeMachine.seeComing",
  z.object({}),
  (_, { storeId }) => stillComing(storeId),
  { reads: true },
);
