import type { Answer } from "../core/call";

export function failure(status: number, message: string, error_details: unknown = {}): Answer {
  return { status, body: { success: false, message, error_details } };
}

type Missing =
  | "community member"
  | "user"
  | "space"
  | "space group"
  | "space member"
  | "space group member";

export function missing(record: Missing): Answer {
  const message = "Oops! Missing record. Please try again later.";
  return failure(404, message, { message: `Missing record: ${record}` });
}

/** Asked for by id, the same is said in other words. */
export function missingById(record: "space" | "space group"): Answer {
  return failure(404, `Missing record: ${record}`);
}

/** These two name their reason `errors`, not `message`. */
function memberLimit(errors: string): Answer {
  return { status: 403, body: { success: false, errors } };
}

export function notEligible(): Answer {
  return failure(403, "The community is not eligible for admin API v2 access.");
}

export const documented: Record<string, () => Answer> = {
  "not-eligible": notEligible,
  "plan-limit": () =>
    memberLimit("Your community has reached the maximum limit of members supported by your plan."),
  "daily-limit": () => memberLimit("Daily member limit exceeded."),
  "group-removal-refused": () =>
    failure(422, "User cannot be removed from this space group", { message: "Error message" }),
  "space-addition-refused": () => failure(422, "User not added to space."),
};
