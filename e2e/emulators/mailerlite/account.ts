import { z } from "zod";
import { lower } from "../core/call";
import { listNames } from "../seed/list-names";
import { bounced, type Person, people, SEEDED_AT, unsubscribed } from "../seed/people";

export const STATUSES = ["active", "unsubscribed", "unconfirmed", "bounced", "junk"] as const;
export type Status = (typeof STATUSES)[number];

export type Group = { id: string; name: string; createdAt: number };
export type Subscriber = {
  id: string;
  email: string;
  status: Status;
  fields: Record<string, string | null>;
  groups: string[];
  createdAt: number;
  updatedAt: number;
  unsubscribedAt: number | null;
  /** Deleted softly: whoever comes back within 30 days is the same subscriber. */
  deletedAt: number | null;
};
export type Account = {
  name: string;
  made: number;
  groups: Group[];
  subscribers: Subscriber[];
};

export const switches = z.strictObject({
  /** The account's "double opt-in for API": new subscribers are unconfirmed. */
  doubleOptin: z.boolean().default(false),
  /** Not recorded anywhere: taking somebody out of a group he is not in. */
  removeNonMember: z.enum(["204", "404"]).default("204"),
  /** Not recorded anywhere: assigning an unsubscribed, bounced or junk subscriber by id. */
  assignInactive: z.enum(["200", "422"]).default("200"),
});
export type Switches = z.output<typeof switches>;

const GROUPS = 124;
const KNOWN = ["Lista Mailingowa", "Absolwenci — jesień 2026", "Darmowy webinar"];
const NO_FIELDS = {
  name: null,
  last_name: null,
  company: null,
  country: null,
  city: null,
  phone: null,
  state: null,
  z_i_p: null,
};

export function seed(name: string): Account {
  const account: Account = { name, made: 0, groups: [], subscribers: [] };
  for (const groupName of listNames(GROUPS, KNOWN)) {
    account.groups.push({ id: nextId(account), name: groupName, createdAt: SEEDED_AT });
  }
  const first = account.groups[0]?.id ?? "";
  const join = ({ email, firstName, lastName }: Person, status: Status) => {
    const fields = { name: firstName, last_name: lastName };
    create(account, { email, status, fields, groups: [first] }, SEEDED_AT);
  };
  for (const person of people) join(person, "active");
  join(unsubscribed, "unsubscribed");
  join(bounced, "bounced");
  return account;
}

/** By e-mail or id; whoever is deleted is not found. */
export function find(account: Account, idOrEmail: string): Subscriber | undefined {
  return account.subscribers.find(
    ({ id, email, deletedAt }) =>
      deletedAt === null && (id === idOrEmail || email === lower(idOrEmail)),
  );
}

export function create(
  account: Account,
  given: Pick<Subscriber, "email" | "status" | "fields" | "groups">,
  now: number,
): Subscriber {
  const subscriber: Subscriber = {
    ...given,
    id: nextId(account),
    email: lower(given.email),
    fields: knownFields(given.fields),
    createdAt: now,
    updatedAt: now,
    unsubscribedAt: given.status === "unsubscribed" ? now : null,
    deletedAt: null,
  };
  account.subscribers.push(subscriber);
  return subscriber;
}

/** Only what is given changes: fields stay, groups are added to. */
export function update(
  subscriber: Subscriber,
  given: Pick<Subscriber, "fields" | "groups">,
  now: number,
): void {
  subscriber.fields = knownFields({ ...subscriber.fields, ...given.fields });
  subscriber.groups = [...new Set([...subscriber.groups, ...given.groups])];
  subscriber.updatedAt = now;
}

/** 18 digits, as the vendor's: more than a JavaScript number can hold. */
export function nextId(account: Account): string {
  account.made += 1;
  return String(165_968_862_226_941_797n + BigInt(account.made) * 104_729n);
}

/** The vendor drops fields the account does not have. */
function knownFields(fields: Subscriber["fields"]): Subscriber["fields"] {
  return Object.fromEntries(
    Object.entries(NO_FIELDS).map(([name, none]) => [name, fields[name] ?? none]),
  );
}
