import type { Lease } from "./intake-queries";

/** A crashed engine's jobs are free after this and at most one look more. */
const LEASE_MS = 8_000;
export const RENEW_MS = 2_000;

/**
 * Leases tell whether a process lives, so they go by the machine's clock: moving the product's clock must neither
 * expire nor prolong them.
 */
export const machineTime = () => new Date(Date.now());

export const newLease = (owner: string): Lease => ({
  owner,
  until: new Date(machineTime().getTime() + LEASE_MS),
});
