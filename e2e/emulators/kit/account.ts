import { z } from "zod";
import { lower } from "../core/call";
import { listNames } from "../seed/list-names";
import { bounced, type Person, people, SEEDED_AT, unsubscribed } from "../seed/people";

export const STATES = ["active", "inactive", "cancelled", "bounced", "complained"] as const;
export type State = (typeof STATES)[number];

export type Tag = { id: number; name: string; createdAt: number };
export type Subscriber = {
  id: number;
  email: string;
  firstName: string | null;
  state: State;
  fields: Record<string, string>;
  createdAt: number;
};
/** Kept after the tag is taken off: a lagging list still shows it for a while. */
export type Tagging = {
  tag: number;
  subscriber: number;
  taggedAt: number;
  untaggedAt: number | null;
};
export type Account = {
  name: string;
  made: number;
  tags: Tag[];
  subscribers: Subscriber[];
  taggings: Tagging[];
};

export const switches = z.strictObject({
  /** How far lists lie behind; reads by id and answers to writes never do. Real: 30 s to 5 min. */
  listLagMs: z.int().nonnegative().default(0),
  /** Taking a tag off by e-mail: whether an address in the query counts. */
  deleteEmail: z.enum(["anywhere", "body"]).default("anywhere"),
  /** Not documented: taking off a tag that was not on. */
  untagUntagged: z.enum(["204", "404"]).default("204"),
});
export type Switches = z.output<typeof switches>;

const TAGS = 36;
const KNOWN = ["Kupił kurs podstawowy", "Absolwenci — jesień 2026", "Newsletter"];

export function seed(name: string): Account {
  const account: Account = { name, made: 0, tags: [], subscribers: [], taggings: [] };
  for (const tagName of listNames(TAGS, KNOWN)) {
    account.tags.push({ id: nextId(account), name: tagName, createdAt: SEEDED_AT });
  }
  const first = account.tags[0]?.id ?? 0;
  const join = ({ email, firstName }: Person, state: State) => {
    const subscriber = create(account, { email, firstName, state, fields: {} }, SEEDED_AT);
    tag(account, first, subscriber.id, SEEDED_AT);
  };
  for (const person of people) join(person, "active");
  join(unsubscribed, "cancelled");
  join(bounced, "bounced");
  return account;
}

export function nextId(account: Account): number {
  account.made += 1;
  return 4_000_000 + account.made;
}

export function create(
  account: Account,
  given: Pick<Subscriber, "email" | "firstName" | "state" | "fields">,
  now: number,
): Subscriber {
  const subscriber = { ...given, id: nextId(account), email: lower(given.email), createdAt: now };
  account.subscribers.push(subscriber);
  return subscriber;
}

export function findByEmail(account: Account, email: string): Subscriber | undefined {
  return account.subscribers.find((subscriber) => subscriber.email === lower(email));
}

export function tagging(account: Account, tagId: number, subscriber: number) {
  return account.taggings.find(
    (row) => row.tag === tagId && row.subscriber === subscriber && row.untaggedAt === null,
  );
}

/** Puts the tag on; tells whether it was not on before. */
export function tag(account: Account, tagId: number, subscriber: number, now: number) {
  const known = tagging(account, tagId, subscriber);
  if (known) return { row: known, added: false };
  const row: Tagging = { tag: tagId, subscriber, taggedAt: now, untaggedAt: null };
  account.taggings.push(row);
  return { row, added: true };
}
