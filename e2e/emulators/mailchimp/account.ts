import { createHash } from "node:crypto";
import { z } from "zod";
import { lower } from "../core/call";
import { hexId } from "../core/ids";
import { listNames } from "../seed/list-names";
import { bounced, type Person, people, SEEDED_AT, unsubscribed } from "../seed/people";

export const STATUSES = [
  "subscribed",
  "unsubscribed",
  "cleaned",
  "pending",
  "transactional",
  "archived",
] as const;
export type Status = (typeof STATUSES)[number];

export type List = {
  id: string;
  webId: number;
  name: string;
  doubleOptin: boolean;
  requiredMergeFields: string[];
  createdAt: number;
};
export type Member = {
  list: string;
  email: string;
  status: Status;
  /** Whoever left by himself may only come back by himself; whom an admin took out, an admin may return. */
  unsubscribedBy: "contact" | "admin" | null;
  mergeFields: Record<string, unknown>;
  createdAt: number;
  changedAt: number;
};

/** One Mailchimp account; its data centre is part of its host and of its keys. */
export type Account = {
  dataCentre: string;
  made: number;
  lists: List[];
  members: Member[];
  /** Deleted for good: list id and address. */
  forgotten: { list: string; email: string }[];
  /** Addresses the vendor distrusts: made up, or signing up everywhere. */
  distrusted: Record<string, "fake" | "busy">;
};

export const switches = z.strictObject({
  /** Not recorded anywhere: whether `status_if_new` alone brings an archived member back. */
  statusIfNewUnarchives: z.boolean().default(false),
});
export type Switches = z.output<typeof switches>;

const LISTS = 14;
const KNOWN = ["Lista Mailingowa", "Absolwenci — jesień 2026", "Zapisy z potwierdzeniem"];

export function seed(dataCentre: string): Account {
  const account: Account = {
    dataCentre,
    made: 0,
    lists: [],
    members: [],
    forgotten: [],
    distrusted: {},
  };
  for (const [index, name] of listNames(LISTS, KNOWN).entries()) {
    addNewList(account, { name, doubleOptin: index === 2, requiredMergeFields: [] }, SEEDED_AT);
  }
  const list = account.lists[0]?.id ?? "";
  const join = (person: Person, status: Status) => {
    const mergeFields = { FNAME: person.firstName, LNAME: person.lastName };
    const unsubscribedBy = status === "unsubscribed" ? "contact" : null;
    const dates = { createdAt: SEEDED_AT, changedAt: SEEDED_AT };
    account.members.push({
      list,
      email: person.email,
      status,
      unsubscribedBy,
      mergeFields,
      ...dates,
    });
  };
  for (const person of people) join(person, "subscribed");
  join(unsubscribed, "unsubscribed");
  join(bounced, "cleaned");
  return account;
}

export function addNewList(
  account: Account,
  given: Pick<List, "name" | "doubleOptin" | "requiredMergeFields"> & { id?: string },
  now: number,
): List {
  account.made += 1;
  const id = given.id ?? hexId(10, "list", account.dataCentre, account.made);
  const list = { ...given, id, webId: 382_000 + account.made, createdAt: now };
  account.lists.push(list);
  return list;
}

/** Member id: md5 of the lower-cased address. */
export function hashOf(email: string): string {
  return createHash("md5").update(lower(email)).digest("hex");
}

/** By hash or by plain address, as the path may hold either. */
export function find(account: Account, list: string, hashOrEmail: string): Member | undefined {
  const wanted = lower(hashOrEmail);
  return account.members.find(
    (member) =>
      member.list === list && (member.email === wanted || hashOf(member.email) === wanted),
  );
}
