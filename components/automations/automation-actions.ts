import type { ActionResult } from "@/lib/action";
import type { AutomationTiming } from "@/lib/automations/input";
import type {
  Decided,
  Decision,
  TouchedPage,
  TouchedSum,
  WaitingCursor,
} from "@/lib/runs/edit/input";

/** Whom an edit touches, and by which clock that was looked at. */
export type Looked = { sum: TouchedSum; page: TouchedPage; zone: string; now: Date };

/** How an edit's effect on those who wait is looked at before anything changes. */
export interface TouchedActions {
  previewTouched(input: {
    automationId: string;
    to?: { version: number; timing: AutomationTiming };
  }): Promise<ActionResult<Looked>>;
  pageTouched(input: {
    automationId: string;
    timing?: AutomationTiming;
    after: WaitingCursor;
  }): Promise<ActionResult<TouchedPage>>;
}

/** What a list or the editor may do to an automation; the page brings them. */
export interface AutomationActions extends TouchedActions {
  switchOn(input: { automationId: string }): Promise<ActionResult<void>>;
  endAs(input: {
    automationId: string;
    how: "off" | "deleted";
    decision: Decision;
  }): Promise<ActionResult<Decided>>;
}
