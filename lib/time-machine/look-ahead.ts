import "server-only";
import { now } from "@/lib/clock";
import type { Leap } from "./input";
import { landing, requireDemo } from "./move";
import { countDue, countEnds, firstDue } from "./queries";

const SHOWN = 5;

/** Where a leap would lead, and what waits for it until then. */
export type Ahead = {
  at: Date;
  runs: number;
  first: { id: string; dueAt: Date; person: string; automation: string }[];
  ends: number;
};

export async function lookAhead(storeId: string, leap: Leap, timeZone: string): Promise<Ahead> {
  requireDemo();
  const from = now();
  const at = landing(from, leap, timeZone);
  const [runs, first, ends] = await Promise.all([
    countDue(storeId, at),
    firstDue(storeId, at, SHOWN),
    countEnds(storeId, from, at),
  ]);
  return {
    at,
    runs,
    first: first.map(({ id, dueAt, snapshot: { contact, automation } }) => ({
      id,
      dueAt,
      person: contact.name ?? contact.email,
      automation: automation.name,
    })),
    ends,
  };
}

/** How many runs are due by now and have not come yet. */
export async function stillComing(storeId: string): Promise<number> {
  requireDemo();
  return await countDue(storeId, now());
}
