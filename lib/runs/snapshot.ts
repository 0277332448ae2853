import { z } from "zod";
import { exitRules, sendingWindow } from "../automations/extras-input";
import { moment } from "../automations/input";
import { TRIGGERS } from "../triggers/trigger";

/** All that a run needs but the credentials, as it was when the run was planned. */
export const snapshot = z.object({
  store: z.object({ id: z.string(), name: z.string() }),
  product: z.object({ id: z.string(), easycartId: z.string().optional(), name: z.string() }),
  automation: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  trigger: z.enum(TRIGGERS),
  /** The trigger's own moment, from which `moment` counts. */
  anchor: z.iso.datetime(),
  moment: moment.nullable(),
  /** What happens when a moment before the event is past as it becomes known. */
  late: z.enum(["skip", "run_now"]),
  exitRules,
  sendingWindow: sendingWindow.nullable(),
  contact: z.object({
    email: z.string(),
    name: z.string().optional(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
  }),
  tool: z.string(),
  action: z.string(),
  /** Templates are filled in already. */
  input: z.record(z.string(), z.string()),
  labels: z.record(z.string(), z.string()),
  /** An edit of the automation moved it: to the timing of which version. */
  moved: z.object({ version: z.int() }).optional(),
  /** The customer was erased: contact and filled-in texts stand for nobody. */
  erased: z.literal(true).optional(),
});

export type Snapshot = z.output<typeof snapshot>;
