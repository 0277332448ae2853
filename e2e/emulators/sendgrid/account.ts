import { z } from "zod";
import { lower } from "../core/call";
import { newUuid, uuidOf } from "../core/ids";
import { listNames } from "../seed/list-names";
import { people, SEEDED_AT, unsubscribed } from "../seed/people";

export type List = { id: string; name: string };
export type Contact = {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  lists: string[];
  createdAt: number;
  updatedAt: number;
};
type Given = { email: string; firstName?: string; lastName?: string };

/** Work that was accepted: it takes effect when due, and can be asked about for ever after. */
export type Job = {
  id: string;
  dueAt: number;
  startedAt: number;
  status: "pending" | "completed" | "errored" | "failed";
  work:
    | { type: "upsert"; contacts: Given[]; lists: string[] }
    | { type: "delete"; contacts: string[]; list: string };
  created: number;
  updated: number;
  deleted: number;
  errored: number;
};
export type Account = {
  name: string;
  made: number;
  lists: List[];
  contacts: Contact[];
  jobs: Job[];
  /** Globally unsubscribed: on lists all the same, but mailed by nobody. */
  suppressed: string[];
};

export const switches = z.strictObject({
  /** From a 202 until it shows in searches. Real accounts: about 30 s, minutes under load. */
  jobDelayMs: z.int().nonnegative().default(2_000),
  /** How jobs end. */
  jobs: z.enum(["completed", "errored", "failed"]).default("completed"),
  /** Off: the key is alive, but may not use Marketing. */
  marketingAccess: z.boolean().default(true),
});
export type Switches = z.output<typeof switches>;

const LISTS = 26;
const KNOWN = ["Lista Mailingowa", "Absolwenci — jesień 2026", "Newsletter"];

export function seed(name: string): Account {
  const lists = listNames(LISTS, KNOWN).map((listName) => ({
    id: uuidOf("list", name, listName),
    name: listName,
  }));
  const suppressed = [unsubscribed.email];
  const account: Account = { name, made: 0, lists, contacts: [], jobs: [], suppressed };
  for (const person of [...people, unsubscribed]) {
    upsert(account, person, [lists[0]?.id ?? ""], SEEDED_AT);
  }
  return account;
}

export function find(account: Account, email: string): Contact | undefined {
  return account.contacts.find((contact) => contact.email === lower(email));
}

export function upsert(
  account: Account,
  given: Given,
  lists: string[],
  now: number,
): "created" | "updated" {
  const known = find(account, given.email);
  if (known) {
    known.firstName = given.firstName ?? known.firstName;
    known.lastName = given.lastName ?? known.lastName;
    known.lists = [...new Set([...known.lists, ...lists])];
    known.updatedAt = now;
    return "updated";
  }
  account.made += 1;
  const { firstName = "", lastName = "" } = given;
  const id = uuidOf("contact", account.name, account.made);
  const dates = { createdAt: now, updatedAt: now };
  account.contacts.push({ id, email: lower(given.email), firstName, lastName, lists, ...dates });
  return "created";
}

const JOBS_KEPT = 1_000;

export function queue(account: Account, work: Job["work"], now: number, delayMs: number): string {
  const counts = { created: 0, updated: 0, deleted: 0, errored: 0 };
  const times = { startedAt: now, dueAt: now + delayMs };
  const job: Job = { id: newUuid(), status: "pending", work, ...times, ...counts };
  account.jobs.push(job);
  account.jobs.splice(0, account.jobs.length - JOBS_KEPT);
  return job.id;
}

export function settle(account: Account, now: number, switches: Switches): void {
  for (const job of account.jobs) {
    if (job.status !== "pending" || job.dueAt > now) continue;
    job.status = switches.jobs;
    if (job.status === "completed") apply(account, job);
    else job.errored = job.work.contacts.length;
  }
}

function apply(account: Account, job: Job): void {
  const { work, dueAt } = job;
  if (work.type === "upsert") {
    for (const given of work.contacts) job[upsert(account, given, work.lists, dueAt)] += 1;
    return;
  }
  for (const contact of account.contacts.filter(({ id }) => work.contacts.includes(id))) {
    if (contact.lists.includes(work.list)) job.deleted += 1;
    contact.lists = contact.lists.filter((id) => id !== work.list);
    contact.updatedAt = dueAt;
  }
}
