import { now } from "@/lib/clock";
import { overdueDeliveries } from "./sweep-queries";

/** How long the engine may take before its promise counts as forgotten. */
const GRACE_MS = 20_000;
/** The next sweep takes the rest. */
const BATCH = 2_000;

/** Deliveries that should have been tried and were not. To be announced again, under a fresh event id. */
export const sweepForwarding = () => overdueDeliveries(new Date(now().getTime() - GRACE_MS), BATCH);
