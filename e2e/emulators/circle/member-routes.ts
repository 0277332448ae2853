import { type Answer, type Call, jsonObject, looksLikeEmail, text } from "../core/call";
import { routesOf } from "../core/routing";
import {
  type Account,
  add,
  addToGroup,
  create,
  deactivate,
  findByEmail,
  type Member,
  type Switches,
} from "./account";
import { memberBody, page } from "./bodies";
import { failure, missing } from "./errors";

const route = routesOf<Account, Switches>();

/** The community itself: who is in it, invitations, removal. */
export const memberRoutes = [
  route("GET /community_members/search", ({ account, call, switches }) => {
    const member = findByEmail(account, call.query.get("email") ?? "");
    const hidden =
      (member?.state === "invited" && !switches.searchFindsInvited) ||
      (member?.state === "inactive" && !switches.searchFindsInactive);
    if (!member || hidden) return missing("community member");
    return { status: 200, body: memberBody(member) };
  }),
  route("GET /community_members", ({ account, call }) => {
    const status = call.query.get("status");
    const found = account.members.filter(
      ({ state }) => status === "all" || (status === "inactive") === (state !== "active"),
    );
    return page(found, call.query, memberBody);
  }),
  route("POST /community_members", ({ account, call, switches }) =>
    invite(account, call, switches),
  ),
  route("GET /community_members/:id", ({ account, params }) => {
    const member = findById(account, params.id);
    return member ? { status: 200, body: memberBody(member) } : missing("community member");
  }),
  route("DELETE /community_members/:id", ({ account, params }) => {
    const member = findById(account, params.id);
    if (!member || member.state === "inactive") return missing("community member");
    if (member.hasSubscription) {
      return failure(
        422,
        "An error occurred trying to cancel the subscription(s) so the account couldn't be deactivated. Please contact us at support@circle.so",
      );
    }
    deactivate(account, member);
    const message = "The community member has been removed from the community.";
    return { status: 200, body: { message } };
  }),
];

function findById({ members }: Account, id: string): Member | undefined {
  return members.find((member) => String(member.id) === id);
}

function invite(account: Account, call: Call, { inviteExisting }: Switches): Answer {
  const body = jsonObject(call) ?? {};
  const { email } = body;
  const domain = looksLikeEmail(email) ? (email.trim().toLowerCase().split("@")[1] ?? "") : "";
  if (!looksLikeEmail(email) || account.blockedDomains.includes(domain)) {
    return failure(422, "Invalid email address.");
  }
  const known = findByEmail(account, email);
  const present = known !== undefined && known.state !== "inactive";
  if (present && inviteExisting === "422") return failure(422, "Email has already been taken");
  const member = known ?? create(account, email, text(body.name) ?? "", "invited", call.at);
  if (!present) welcome(member, body.skip_invitation === true, call.at);
  const groups = account.spaceGroups.filter(({ id }) => idsOf(body.space_group_ids).includes(id));
  const spaces = account.spaces.filter(({ id }) => idsOf(body.space_ids).includes(id));
  for (const { id } of groups) addToGroup(account, id, member.id, call.at);
  for (const { id } of spaces) add(account, id, member.id, call.at);
  const message = invited(groups, spaces);
  return { status: 201, body: { message, community_member: memberBody(member) } };
}

/** Without an invitation there is nothing to accept: whoever is added silently is in at once. */
function welcome(member: Member, silently: boolean, now: number): void {
  member.state = silently ? "active" : "invited";
  member.acceptedAt = silently ? now : null;
}

function invited(groups: { name: string }[], spaces: { name: string }[]): string {
  const names = (items: { name: string }[]) => items.map(({ name }) => name).join(", ");
  const places = [
    groups.length > 0 && `space groups: ${names(groups)}`,
    spaces.length > 0 && `spaces: ${names(spaces)}`,
  ].filter(Boolean);
  const start = "This user has been invited to the community";
  if (places.length === 0) return `${start}.`;
  return `${start} and has been added to following ${places.join(" ")}.`;
}

function idsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
