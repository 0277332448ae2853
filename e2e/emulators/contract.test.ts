import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { SPECS_FOLDER } from "../specs-folder";
import { startPrism, violations } from "./core/prism";
import { startForTest } from "./core/testing";

const SPECS = resolve(SPECS_FOLDER);

const TOOLS = [
  {
    id: "activecampaign",
    spec: "activecampaign-v3.json",
    base: "demo.api-us1.com/api/3",
    headers: { "api-token": "0123456789abcdef" },
  },
  {
    id: "circle",
    spec: "circle-admin-v2.json",
    base: "app.circle.so",
    headers: { authorization: "Token 0123456789abcdef" },
  },
  {
    id: "kit",
    spec: "kit-v4.json",
    base: "api.kit.com",
    headers: { "x-kit-api-key": "kit_0123456789abcdef" },
  },
  {
    id: "mailerlite",
    spec: "mailerlite.json",
    base: "connect.mailerlite.com",
    headers: { authorization: `Bearer ${"eyJ0".repeat(40)}` },
  },
] as const;

type Ask = (request: string, expected: number, body?: unknown) => Promise<unknown>;

const JAN = "jan+kurs@poczta.example";
const E = encodeURIComponent(JAN);

/** Every path an adapter may take, good and bad, with the status it must answer. */
const WALKS: Record<(typeof TOOLS)[number]["id"], (ask: Ask) => Promise<void>> = {
  async activecampaign(ask) {
    await ask("GET /users/me", 200);
    await ask("GET /lists?limit=100&offset=0", 200);
    await ask("GET /lists/1", 200);
    await ask("GET /lists/999", 404);
    const answer = await ask("POST /contact/sync", 201, {
      contact: { email: JAN, firstName: "Jan" },
    });
    const { id } = z.object({ contact: z.object({ id: z.string() }) }).parse(answer).contact;
    await ask("POST /contact/sync", 200, { contact: { email: JAN } });
    await ask("POST /contact/sync", 422, { contact: { email: "jan" } });
    await ask("POST /contactLists", 200, { contactList: { list: "2", contact: id, status: "1" } });
    await ask("POST /contactLists", 404, { contactList: { list: "99", contact: id, status: "1" } });
    await ask(`GET /contacts?email=${E}`, 200);
    await ask(`GET /contacts/${id}/contactLists`, 200);
    await ask("GET /contacts/9999/contactLists", 404);
  },
  async circle(ask) {
    const api = "/api/admin/v2";
    const page = z.object({ records: z.array(z.object({ id: z.int() })) });
    const first = async (path: string) =>
      page.parse(await ask(`GET ${api}/${path}?per_page=60`, 200)).records[0]?.id;
    await ask(`GET ${api}/community`, 200);
    const group = await first("space_groups");
    const space = await first("spaces");
    await ask(`GET ${api}/space_groups/1`, 404);
    await ask(`GET ${api}/community_members/search?email=${E}`, 404);
    await ask(`POST ${api}/space_group_members`, 404, { email: JAN, space_group_id: group });
    const invited = await ask(`POST ${api}/community_members`, 201, {
      email: JAN,
      name: "Jan",
      space_ids: [space],
    });
    const { id } = z
      .object({ community_member: z.object({ id: z.int() }) })
      .parse(invited).community_member;
    await ask(`POST ${api}/community_members`, 422, { email: JAN });
    await ask(`GET ${api}/community_members/search?email=${E}`, 200);
    await ask(`GET ${api}/community_members?status=all`, 200);
    for (const [members, member, place, where] of [
      ["space_group_members", "space_group_member", "space_group_id", group],
      ["space_members", "space_member", "space_id", space],
    ]) {
      await ask(`POST ${api}/${members}`, 200, { email: JAN, [String(place)]: where });
      await ask(`POST ${api}/${members}`, 200, { email: JAN, [String(place)]: where });
      await ask(`GET ${api}/${member}?email=${E}&${place}=${where}`, 200);
      await ask(`DELETE ${api}/${members}?email=${E}&${place}=${where}`, 200);
      await ask(`DELETE ${api}/${members}?email=${E}&${place}=${where}`, 404);
    }
    await ask(`DELETE ${api}/community_members/${id}`, 200);
    await ask(`DELETE ${api}/community_members/${id}`, 404);
    await ask(`POST ${api}/space_group_members`, 422, { email: JAN, space_group_id: group });
  },
  async kit(ask) {
    await ask("GET /v4/account", 200);
    const { tags } = z
      .object({ tags: z.array(z.object({ id: z.int() })) })
      .parse(await ask("GET /v4/tags?per_page=1000", 200));
    const tag = tags[0]?.id;
    await ask("POST /v4/tags", 201, { name: "Nowy" });
    await ask("POST /v4/tags", 422, { name: "" });
    const created = await ask("POST /v4/subscribers", 201, {
      email_address: JAN,
      first_name: "Jan",
    });
    const { id } = z.object({ subscriber: z.object({ id: z.int() }) }).parse(created).subscriber;
    await ask("POST /v4/subscribers", 200, { email_address: JAN });
    await ask("POST /v4/subscribers", 422, { email_address: "jan" });
    const fields = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, "x"]));
    await ask("POST /v4/subscribers", 202, { email_address: JAN, fields });
    await ask(`GET /v4/subscribers?email_address=${E}&status=all`, 200);
    await ask(`GET /v4/subscribers/${id}`, 200);
    await ask(`POST /v4/tags/${tag}/subscribers`, 201, { email_address: JAN });
    await ask(`POST /v4/tags/${tag}/subscribers/${id}`, 200, {});
    await ask(`POST /v4/tags/1/subscribers/${id}`, 404, {});
    await ask(`GET /v4/tags/${tag}/subscribers?per_page=1`, 200);
    await ask(`GET /v4/tags/1/subscribers?per_page=1`, 404);
    await ask(`DELETE /v4/tags/${tag}/subscribers`, 422);
    await ask(`DELETE /v4/tags/${tag}/subscribers/${id}`, 204);
    await ask(`DELETE /v4/tags/1/subscribers/${id}`, 404);
  },
  async mailerlite(ask) {
    await ask("GET /api/account", 200);
    const groups = z
      .object({ data: z.array(z.object({ id: z.string() })) })
      .parse(await ask("GET /api/groups?limit=100&page=1&sort=name", 200));
    const group = groups.data[0]?.id;
    await ask("GET /api/groups?limit=100&page=9", 200);
    await ask("POST /api/groups", 201, { name: "Nowa" });
    const created = await ask("POST /api/subscribers", 201, {
      email: JAN,
      groups: [group],
      fields: { name: "Jan" },
    });
    const { id } = z.object({ data: z.object({ id: z.string() }) }).parse(created).data;
    await ask("POST /api/subscribers", 200, { email: JAN, groups: [group] });
    await ask("POST /api/subscribers", 422, { email: "wypisany@poczta.example" });
    await ask("POST /api/subscribers", 422, { email: JAN, groups: ["1"] });
    await ask(`GET /api/subscribers/${E}`, 200);
    await ask("GET /api/subscribers/nikt%40poczta.example", 404);
    await ask("GET /api/subscribers?limit=0", 200);
    await ask(`GET /api/groups/${group}/subscribers?limit=2`, 200);
    await ask(`POST /api/subscribers/${id}/groups/${group}`, 200);
    await ask(`POST /api/subscribers/${id}/groups/1`, 404);
    await ask(`DELETE /api/subscribers/${id}/groups/${group}`, 204);
    await ask(`DELETE /api/subscribers/1/groups/${group}`, 404);
  },
};

if (!existsSync(SPECS)) {
  console.log(`Contracts were not checked: there is no folder ${SPECS} (SPECS_DIR).`);
}

describe.each(TOOLS.filter(({ spec }) => existsSync(resolve(SPECS, spec))))(
  "$id",
  ({ id, spec, base, headers }) => {
    let world: Awaited<ReturnType<typeof startForTest>>;
    let prism: Awaited<ReturnType<typeof startPrism>>;
    beforeAll(async () => {
      world = await startForTest();
      world.emulators.control(id, { rateLimit: "off" });
      prism = await startPrism(resolve(SPECS, spec), `${world.emulators.origin}/${base}`);
    }, 60_000);
    afterAll(async () => {
      await prism.stop();
      await world.emulators.stop();
    });

    const ask = async (
      request: string,
      expected: number,
      body?: unknown,
      key: Record<string, string> = headers,
    ) => {
      const [method = "", path = ""] = request.split(" ");
      const type: Record<string, string> =
        body === undefined ? {} : { "content-type": "application/json" };
      const response = await fetch(`${prism.origin}${path}`, {
        method,
        headers: { accept: "application/json", ...type, ...key },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const found = violations.parse(response.headers.get("sl-violations"));
      // A warning is a status the document does not list; the documents list few.
      expect(
        found.filter(({ severity }) => severity === "Error"),
        request,
      ).toEqual([]);
      expect(response.status, request).toBe(expected);
      const text = await response.text();
      return text === "" ? undefined : (JSON.parse(text) as unknown);
    };

    test("no answer breaks the vendor's document", () => WALKS[id](ask), 60_000);

    test("neither does a wrong key", async () => {
      const wrong = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace(/\S+$/, "zly")]),
      );
      const path = {
        activecampaign: "/lists",
        circle: "/api/admin/v2/community",
        kit: "/v4/tags",
        mailerlite: "/api/groups",
      }[id];
      await ask(`GET ${path}`, id === "activecampaign" ? 403 : 401, undefined, wrong);
    });
  },
);

test("the folder of documents is the one named", () => {
  const present = TOOLS.filter(({ spec }) => existsSync(resolve(SPECS, spec)));
  expect(present).toHaveLength(existsSync(SPECS) ? TOOLS.length : 0);
});
