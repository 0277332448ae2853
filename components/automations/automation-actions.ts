import type { ActionResult } from "@/lib/action";

/** What a list or the editor may do to an automation; the page brings them. */
export interface AutomationActions {
  switchAutomation(input: {
    automationId: string;
    enabled: boolean;
  }): Promise<ActionResult<{ waiting: number }>>;
  countWaiting(input: { automationId: string }): Promise<ActionResult<number>>;
  removeAutomation(input: { automationId: string }): Promise<ActionResult<{ cancelled: number }>>;
}
