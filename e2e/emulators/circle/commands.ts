import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { type Account, add, addToGroup, create, deactivate, findByEmail, nextId } from "./account";

const listInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("group"), name: z.string().min(1) }),
  /** `group`: the space group it stands in. */
  z.strictObject({ kind: z.literal("space"), name: z.string().min(1), group: z.int() }),
]);

const addressInput = z.strictObject({
  email: z.string(),
  /** "paying": a member whose subscription keeps him from being removed. */
  state: z.enum(["active", "invited", "inactive", "paying", "absent", "blocked-domain"]),
  /** Id of a space or a space group to be in besides. */
  list: z.coerce.number().int().optional(),
  name: z.string().default(""),
});

export const addList = command(listInput, (account: Account, input, now) => {
  const id = nextId(account);
  const { name } = input;
  if (input.kind === "group") account.spaceGroups.push({ id, name, createdAt: now });
  else account.spaces.push({ id, name, group: input.group });
  return { id };
});

export const removeList = command(
  z.strictObject({ id: z.coerce.number().int() }),
  (account: Account, { id }) => {
    const others = (entry: { id: number }) => entry.id !== id;
    account.spaceGroups = account.spaceGroups.filter(others);
    account.spaces = account.spaces.filter((space) => others(space) && space.group !== id);
    account.memberships = account.memberships.filter((row) => row.of !== id);
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name } = input;
  const email = lower(input.email);
  if (state === "blocked-domain") {
    account.blockedDomains.push(email.split("@")[1] ?? "");
    return;
  }
  const known = findByEmail(account, email);
  if (state === "absent") {
    if (known) deactivate(account, known);
    account.members = account.members.filter((member) => member !== known);
    return;
  }
  const member = known ?? create(account, email, name, "active", now);
  if (state === "inactive") deactivate(account, member);
  else member.state = state === "invited" ? "invited" : "active";
  member.acceptedAt = state === "invited" ? null : (member.acceptedAt ?? now);
  member.hasSubscription = state === "paying";
  if (list !== undefined) {
    const isGroup = account.spaceGroups.some(({ id }) => id === list);
    (isGroup ? addToGroup : add)(account, list, member.id, now);
  }
  return { id: member.id };
});

export function view({ spaceGroups, spaces, members, memberships }: Account) {
  const known = new Map(members.map((member) => [member.id, member]));
  const inside = (place: number) =>
    memberships
      .filter(({ of }) => of === place)
      .map(({ member: id, createdAt }) => {
        const { email = "", name = "", state } = known.get(id) ?? {};
        return { email, name, id, status: state, addedAt: iso(createdAt) };
      });
  return {
    spaceGroups: spaceGroups.map(({ id, name }) => ({ id, name, members: inside(id) })),
    spaces: spaces.map(({ id, name, group }) => ({ id, name, group, members: inside(id) })),
    members: members.map(({ id, email, name, state }) => ({ id, email, name, state })),
  };
}
