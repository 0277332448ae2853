/**
 * The address a request came from. The last entry is the one that the proxy nearest to us saw;
 * what stands before it is the caller's own claim.
 */
export function callerAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
