import { z } from "zod";
import { lower } from "../core/call";
import { listNames } from "../seed/list-names";
import { blocked, bounced, type Person, people, SEEDED_AT, unsubscribed } from "../seed/people";

export const TYPES = ["active", "unsubscribed", "bounced", "junk", "unconfirmed"] as const;
export type Type = (typeof TYPES)[number];

export type Group = { id: number; name: string; createdAt: number };
export type Subscriber = {
  id: number;
  email: string;
  name: string;
  type: Type;
  fields: Record<string, string>;
  groups: number[];
  createdAt: number;
  updatedAt: number;
};
export type Account = {
  name: string;
  made: number;
  groups: Group[];
  subscribers: Subscriber[];
  /** Refused for now, whatever is asked. */
  blocked: string[];
};

export const switches = z.strictObject({
  /** The account's double opt-in: whoever is added by API is unconfirmed. */
  doubleOptin: z.boolean().default(false),
  /** The documents name both for a successful addition. */
  addedStatus: z.enum(["200", "201"]).default("200"),
});
export type Switches = z.output<typeof switches>;

const GROUPS = 32;
const KNOWN = ["Lista Mailingowa", "Absolwenci — jesień 2026", "Klienci sklepu"];

export function seed(name: string): Account {
  const account: Account = { name, made: 0, groups: [], subscribers: [], blocked: [blocked.email] };
  for (const groupName of listNames(GROUPS, KNOWN)) {
    account.groups.push({ id: nextId(account), name: groupName, createdAt: SEEDED_AT });
  }
  const first = account.groups[0]?.id ?? 0;
  const join = ({ email, firstName, lastName }: Person, type: Type) => {
    const given = {
      email,
      name: firstName,
      type,
      fields: { last_name: lastName },
      groups: [first],
    };
    create(account, given, SEEDED_AT);
  };
  for (const person of people) join(person, "active");
  join(unsubscribed, "unsubscribed");
  join(bounced, "bounced");
  return account;
}

export function nextId(account: Account): number {
  account.made += 1;
  return 3_640_000 + account.made;
}

export function create(
  account: Account,
  given: Omit<Subscriber, "id" | "createdAt" | "updatedAt">,
  now: number,
): Subscriber {
  const dates = { createdAt: now, updatedAt: now };
  const subscriber = { ...given, id: nextId(account), email: lower(given.email), ...dates };
  account.subscribers.push(subscriber);
  return subscriber;
}

export function find(account: Account, idOrEmail: string): Subscriber | undefined {
  return account.subscribers.find(
    ({ id, email }) => String(id) === idOrEmail || email === lower(idOrEmail),
  );
}
