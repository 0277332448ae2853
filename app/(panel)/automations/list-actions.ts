import "server-only";
import type { AutomationActions } from "@/components/automations/automation-actions";
import { switchOnAutomation } from "./actions";
import { endAutomationAs, pageTouched, previewTouched } from "./touched-actions";

/** What every list of automations, and the editor, may do to one. */
export const listActions: AutomationActions = {
  switchOn: switchOnAutomation,
  endAs: endAutomationAs,
  previewTouched,
  pageTouched,
};
