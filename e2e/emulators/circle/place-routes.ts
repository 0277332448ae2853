import { type Answer, type Call, jsonObject, text } from "../core/call";
import { type Asked, routesOf } from "../core/routing";
import {
  type Account,
  add,
  addToGroup,
  findByEmail,
  type Member,
  membership,
  remove,
  type Space,
  type SpaceGroup,
  type Switches,
  spacesOf,
} from "./account";
import {
  communityBody,
  page,
  spaceBody,
  spaceGroupBody,
  spaceGroupMemberBody,
  spaceMemberBody,
} from "./bodies";
import { failure, missing, missingById } from "./errors";

const route = routesOf<Account, Switches>();

/** The community, its space groups and spaces, and who is in them. */
export const placeRoutes = [
  route("GET /community", ({ account }) => ({ status: 200, body: communityBody(account) })),
  route("GET /space_groups", ({ account, call }) => {
    const wanted = call.query.get("name")?.toLowerCase() ?? "";
    const found = account.spaceGroups.filter(({ name }) => name.toLowerCase().includes(wanted));
    return page(found, call.query, (group) => spaceGroupBody(account, group));
  }),
  route("GET /space_groups/:id", ({ account, params }) => {
    const group = byId(account.spaceGroups, params.id);
    if (!group) return missingById("space group");
    return { status: 200, body: spaceGroupBody(account, group) };
  }),
  route("GET /spaces", ({ account, call }) => {
    const byName = call.query.get("sort") === "alphabetical";
    const found = byName
      ? account.spaces.toSorted((a, b) => a.name.localeCompare(b.name, "pl"))
      : account.spaces;
    return page(found, call.query, (space) => spaceBody(account, space));
  }),
  route("GET /spaces/:id", ({ account, params }) => {
    const space = byId(account.spaces, params.id);
    return space ? { status: 200, body: spaceBody(account, space) } : missingById("space");
  }),
  route("POST /space_group_members", (asked) =>
    inGroup(asked, jsonObject(asked.call) ?? {}, (group, member) => {
      if (member.state === "inactive") return notInCommunity();
      const known = membership(asked.account, group.id, member.id);
      addToGroup(asked.account, group.id, member.id, asked.call.at);
      const done = known
        ? "User is already added to the space group."
        : "User has been added to the space group.";
      return { status: 200, body: { success: true, message: done } };
    }),
  ),
  route("DELETE /space_group_members", (asked) =>
    inGroup(asked, queryOf(asked.call), (group, member) => {
      const { account, switches } = asked;
      if (!membership(account, group.id, member.id)) {
        if (switches.removeFromGroupWhenOut === "404") return missing("space group member");
        const details = { message: "User is not a member of the space group" };
        return failure(422, "User cannot be removed from this space group", details);
      }
      remove(account, [group.id, ...spacesOf(account, group.id)], member.id);
      const message = "User removed from the space group and its spaces";
      return { status: 200, body: { success: true, message } };
    }),
  ),
  route("GET /space_group_member", (asked) =>
    inGroup(asked, queryOf(asked.call), (group, member) => {
      const row = membership(asked.account, group.id, member.id);
      if (!row) return missing("space group member");
      return { status: 200, body: spaceGroupMemberBody(row, member) };
    }),
  ),
  route("POST /space_members", (asked) =>
    inSpace(asked, jsonObject(asked.call) ?? {}, (space, member) => {
      const again = membership(asked.account, space.id, member.id) !== undefined;
      const refused = again && asked.switches.addToSpaceTwice === "422";
      if (member.state === "inactive" || refused) return failure(422, "User not added to space.");
      add(asked.account, space.id, member.id, asked.call.at);
      return { status: 200, body: { message: "User added to space" } };
    }),
  ),
  route("DELETE /space_members", (asked) =>
    inSpace(asked, queryOf(asked.call), (space, member) => {
      if (!membership(asked.account, space.id, member.id)) return missing("space member");
      remove(asked.account, [space.id], member.id);
      return { status: 200, body: { message: "Member removed from space" } };
    }),
  ),
  route("GET /space_member", (asked) =>
    inSpace(asked, queryOf(asked.call), (space, member) => {
      const row = membership(asked.account, space.id, member.id);
      if (!row) return missing("space member");
      return { status: 200, body: spaceMemberBody(row, member) };
    }),
  ),
];

type Request = Asked<Account, Switches>;
type Named = Record<string, unknown>;

function inGroup(
  { account }: Request,
  given: Named,
  answer: (group: SpaceGroup, member: Member) => Answer,
): Answer {
  const group = byId(account.spaceGroups, text(given.space_group_id));
  if (!group) return missing("space group");
  const member = findByEmail(account, text(given.email) ?? "");
  return member ? answer(group, member) : missing("user");
}

function inSpace(
  { account }: Request,
  given: Named,
  answer: (space: Space, member: Member) => Answer,
): Answer {
  const space = byId(account.spaces, text(given.space_id));
  if (!space) return missing("space");
  const member = findByEmail(account, text(given.email) ?? "");
  return member ? answer(space, member) : missing("user");
}

/** This one comes without its details. */
function notInCommunity(): Answer {
  return { status: 422, body: { success: false, message: "User is not a member of community" } };
}

function byId<Item extends { id: number }>(items: Item[], id: string | undefined) {
  return items.find((item) => String(item.id) === id);
}

function queryOf({ query }: Call): Named {
  return Object.fromEntries(query);
}
