import type { ActionResult } from "@/lib/action";

type Id = { integrationId: string };

export interface RowActions {
  checkNow(input: Id): Promise<ActionResult<void>>;
  remove(input: Id): Promise<ActionResult<void>>;
  rotate(input: Id & { field: string }): Promise<ActionResult<string>>;
}
