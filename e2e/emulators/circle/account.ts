import { z } from "zod";
import { lower } from "../core/call";
import { listNames } from "../seed/list-names";
import { fullName, people, SEEDED_AT } from "../seed/people";

export type SpaceGroup = { id: number; name: string; createdAt: number };
export type Space = { id: number; name: string; group: number };
export type Member = {
  id: number;
  userId: number;
  email: string;
  name: string;
  /** invited: no reply yet; inactive: removed, may be invited again. */
  state: "active" | "invited" | "inactive";
  acceptedAt: number | null;
  /** Pays for something in Circle: cannot be removed through the API. */
  hasSubscription: boolean;
  createdAt: number;
};
/** `of` is a space or a space group: their ids never meet. */
export type Membership = { id: number; of: number; member: number; createdAt: number };

/** One community: a token opens exactly one. */
export type Account = {
  name: string;
  made: number;
  spaceGroups: SpaceGroup[];
  spaces: Space[];
  members: Member[];
  memberships: Membership[];
  /** Domains no member may have. */
  blockedDomains: string[];
};

export const switches = z.strictObject({
  /** Inviting somebody who is a member: nowhere documented. */
  inviteExisting: z.enum(["422", "201"]).default("422"),
  /** Adding to a space twice: nowhere documented. */
  addToSpaceTwice: z.enum(["200", "422"]).default("200"),
  /** Removing a member from a group he is not in: nowhere documented. */
  removeFromGroupWhenOut: z.enum(["404", "422"]).default("404"),
  searchFindsInvited: z.boolean().default(true),
  searchFindsInactive: z.boolean().default(false),
});
export type Switches = z.output<typeof switches>;

const GROUPS = 24;
const SPACES = 74;
const KNOWN_GROUPS = ["Kursy", "Absolwenci — jesień 2026", "Klub"];
const KNOWN_SPACES = ["Kurs podstawowy", "Pytania i odpowiedzi", "Przedstaw się"];

export function seed(name: string): Account {
  const account: Account = {
    name,
    made: 0,
    spaceGroups: [],
    spaces: [],
    members: [],
    memberships: [],
    blockedDomains: ["jednorazowy.example"],
  };
  for (const groupName of listNames(GROUPS, KNOWN_GROUPS)) {
    account.spaceGroups.push({ id: nextId(account), name: groupName, createdAt: SEEDED_AT });
  }
  for (const [index, spaceName] of listNames(SPACES, KNOWN_SPACES).entries()) {
    const group = account.spaceGroups[index < KNOWN_SPACES.length ? 0 : index % GROUPS]?.id ?? 0;
    account.spaces.push({ id: nextId(account), name: spaceName, group });
  }
  for (const person of people) {
    const member = create(account, person.email, fullName(person), "active", SEEDED_AT);
    addToGroup(account, account.spaceGroups[0]?.id ?? 0, member.id, SEEDED_AT);
  }
  return account;
}

export function nextId(account: Account): number {
  account.made += 1;
  return 1_000 + account.made;
}

export function create(
  account: Account,
  email: string,
  name: string,
  state: Member["state"],
  now: number,
): Member {
  const member: Member = {
    id: nextId(account),
    userId: nextId(account),
    email: lower(email),
    name,
    state,
    acceptedAt: state === "active" ? now : null,
    hasSubscription: false,
    createdAt: now,
  };
  account.members.push(member);
  return member;
}

export function findByEmail(account: Account, email: string): Member | undefined {
  return account.members.find((member) => member.email === lower(email));
}

export function membership(account: Account, of: number, member: number) {
  return account.memberships.find((row) => row.of === of && row.member === member);
}

export function add(account: Account, of: number, member: number, now: number): void {
  if (membership(account, of, member)) return;
  account.memberships.push({ id: nextId(account), of, member, createdAt: now });
}

/** A group opens its spaces too. */
export function addToGroup(account: Account, group: number, member: number, now: number): void {
  add(account, group, member, now);
  for (const id of spacesOf(account, group)) add(account, id, member, now);
}

export function remove(account: Account, places: number[], member: number): void {
  account.memberships = account.memberships.filter(
    (row) => row.member !== member || !places.includes(row.of),
  );
}

export function spacesOf({ spaces }: Account, group: number): number[] {
  return spaces.filter((space) => space.group === group).map(({ id }) => id);
}

/** Out of the community: no memberships, found again only by whoever looks at inactive ones. */
export function deactivate(account: Account, member: Member): void {
  member.state = "inactive";
  account.memberships = account.memberships.filter((row) => row.member !== member.id);
}
