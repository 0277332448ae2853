import { machineNow } from "@/lib/clock";
import type { Lease } from "./intake-queries";

/** A crashed engine's jobs are free after this and at most one look more. */
const LEASE_MS = 8_000;
export const RENEW_MS = 2_000;

export const newLease = (owner: string): Lease => ({
  owner,
  until: new Date(machineNow().getTime() + LEASE_MS),
});
