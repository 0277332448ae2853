import type { ReactNode } from "react";
import { type AutomationParams, loadAutomation } from "./load";

/** Finds the automation before anything of a page streams: what streams has answered 200. */
export default async function AutomationLayout({
  params,
  children,
}: AutomationParams & { children: ReactNode }) {
  await loadAutomation((await params).automation);
  return children;
}
