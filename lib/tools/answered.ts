import { type Fault, ToolError } from "@/lib/errors";

/** A tool's answer to an expected status that turned out to be a fault: it came, so nothing happened unseen. */
export function answered(
  fault: Fault,
  message: string,
  detail: { words?: string; retryAfter?: number } = {},
): ToolError {
  return new ToolError(fault, message, { ...detail, sent: false });
}

/** Whether a call failed because its host has no entry in DNS: an address of a merchant's was mistyped. */
export function isUnknownHost(error: unknown): error is ToolError {
  if (!(error instanceof ToolError) || !(error.cause instanceof Error)) return false;
  return "code" in error.cause && error.cause.code === "ENOTFOUND";
}
