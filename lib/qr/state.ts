/** used: no scans are left. expired: the access it belongs to is over. */
export const CODE_STATES = ["valid", "used", "expired"] as const;

export type CodeState = (typeof CODE_STATES)[number];

type Code = { remaining: number | null; endsAt: Date | null; endedAt: Date | null };

/** What a code is worth at `at`. */
export function stateOf({ remaining, endsAt, endedAt }: Code, at: Date): CodeState {
  if (endedAt || (endsAt && endsAt <= at)) return "expired";
  return remaining === 0 ? "used" : "valid";
}
