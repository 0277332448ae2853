import type { Decision } from "./input";

/** What may become of a run that waits when its automation changes. */
export const WAITING_CHOICES = ["keep", "move", "cancel"] as const;
export type WaitingChoice = (typeof WAITING_CHOICES)[number];

export const KEEP_ALL: Decision = { all: "keep", exceptions: [] };
