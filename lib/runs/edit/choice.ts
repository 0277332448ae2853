/** What may become of a run that waits when its automation changes. */
export const WAITING_CHOICES = ["keep", "move", "cancel"] as const;
export type WaitingChoice = (typeof WAITING_CHOICES)[number];

type KeepAll = { all: WaitingChoice; exceptions: { runId: string; choice: WaitingChoice }[] };
export const KEEP_ALL: KeepAll = { all: "keep", exceptions: [] };
