/**
 * The address a request came from, by X-Forwarded-For: without a proxy it holds the connection's own
 * (`socket-address.ts`). The last entry is the one that the proxy nearest to us saw;
 * what stands before it is the caller's own claim.
 */
export function callerAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
