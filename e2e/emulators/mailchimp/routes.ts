import type { Answer } from "../core/call";
import { type Asked, routesOf } from "../core/routing";
import { type Account, find, type List, type Member, type Switches } from "./account";
import { accountBody, listBody, memberBody, mergeFieldBodies } from "./bodies";
import { memberExists, notFound } from "./errors";
import { pickFields } from "./fields";
import { archive, changeMember, changeOf, createMember, forget } from "./members";

const COUNT = 10;
const COUNT_MAX = 1_000;

const route = routesOf<Account, Switches>();
type Request<Params> = Asked<Account, Switches, Params>;

export const routes = [
  route("GET /ping", () => ok({ health_status: "Everything's Chimpy!" })),
  route("GET /", (asked) => shown(asked, accountBody(asked.account))),
  route("GET /lists", (asked) => {
    const { account, call } = asked;
    const newestFirst = call.query.get("sort_dir")?.toUpperCase() === "DESC";
    const found = newestFirst ? account.lists.toReversed() : account.lists;
    const lists = paged(found, call.query).map((list) => listBody(account, list));
    const constraints = {
      may_create: true,
      max_instances: 100,
      current_total_instances: account.lists.length,
    };
    return shown(asked, { lists, total_items: account.lists.length, constraints, _links: [] });
  }),
  route("GET /lists/:list", (asked) =>
    withList(asked, (list) => shown(asked, listBody(asked.account, list))),
  ),
  route("GET /lists/:list/merge-fields", (asked) =>
    withList(asked, (list) => {
      const fields = mergeFieldBodies(list);
      const merge_fields = paged(fields, asked.call.query);
      return shown(asked, {
        merge_fields,
        list_id: list.id,
        total_items: fields.length,
        _links: [],
      });
    }),
  ),
  route("GET /lists/:list/members", (asked) =>
    withList(asked, (list) => {
      const { account, call } = asked;
      const status = call.query.get("status");
      const found = account.members.filter(
        (member) => member.list === list.id && (!status || member.status === status),
      );
      const members = paged(found, call.query).map((member) => memberBody(account, member));
      return shown(asked, { members, list_id: list.id, total_items: found.length, _links: [] });
    }),
  ),
  route("POST /lists/:list/members", (asked) =>
    withList(asked, (list) => {
      const { account, call, switches } = asked;
      const change = changeOf(call);
      if (!("now" in change)) return change;
      const known = change.email === undefined ? undefined : find(account, list.id, change.email);
      if (!known) return createMember(account, list, change);
      if (known.status !== "archived") return memberExists(known.email);
      return changeMember(account, list, known, change, switches);
    }),
  ),
  route("GET /lists/:list/members/:member", (asked) =>
    withMember(asked, (member) => shown(asked, memberBody(asked.account, member))),
  ),
  route("PUT /lists/:list/members/:member", (asked) =>
    withList(asked, (list) => {
      const { account, call, params, switches } = asked;
      const change = changeOf(call);
      if (!("now" in change)) return change;
      const known = find(account, list.id, params.member);
      return known
        ? changeMember(account, list, known, change, switches)
        : createMember(account, list, change);
    }),
  ),
  route("PATCH /lists/:list/members/:member", (asked) =>
    withMember(asked, (member, list) => {
      const change = changeOf(asked.call);
      if (!("now" in change)) return change;
      return changeMember(asked.account, list, member, change, asked.switches);
    }),
  ),
  route("DELETE /lists/:list/members/:member", (asked) =>
    withMember(asked, (member) => archive(member, asked.call.at)),
  ),
  route("POST /lists/:list/members/:member/actions/delete-permanent", (asked) =>
    withMember(asked, (member) => forget(asked.account, member)),
  ),
];

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function shown({ call }: Request<unknown>, body: unknown): Answer {
  return ok(pickFields(body, call.query.get("fields")));
}

function withList(
  { account, params }: Request<{ list: string }>,
  answer: (list: List) => Answer,
): Answer {
  const list = account.lists.find(({ id }) => id === params.list);
  return list ? answer(list) : notFound();
}

function withMember(
  asked: Request<{ list: string; member: string }>,
  answer: (member: Member, list: List) => Answer,
): Answer {
  return withList(asked, (list) => {
    const member = find(asked.account, list.id, asked.params.member);
    return member ? answer(member, list) : notFound();
  });
}

function paged<Item>(items: Item[], query: URLSearchParams): Item[] {
  const offset = Math.max(0, Number(query.get("offset")) || 0);
  const asked = query.get("count");
  const count = asked === null ? COUNT : Math.max(0, Number(asked) || 0);
  return items.slice(offset, offset + Math.min(COUNT_MAX, count));
}
