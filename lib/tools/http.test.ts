import { createServer as createHttpServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { ToolError } from "@/lib/errors";
import { openHttp } from "./http";
import { type Pace, unpaced } from "./pace";
import { defineTool, type Exchange, type Limits } from "./tool";
import { openWire, type Wire } from "./wire";
import { readWords } from "./words";

const words = { pl: "", en: "" };
const toolAt = (baseUrl: string, limits: Limits = { concurrency: 1 }) =>
  defineTool({
    id: "sample",
    name: "Sample",
    origin: "external",
    summary: words,
    mark: { paths: [] },
    guide: [],
    credentials: { key: { kind: "secret", label: words, hint: words } },
    limits,
    connect: ({ key }) => ({ baseUrl, headers: { Authorization: `Bearer ${key}` } }),
    check: async () => ({ account: "" }),
    actions: {},
  });

const answers = { ok: z.unknown() };
const silent: Wire = {
  send: async () => ({ status: 200, headers: {}, body: "{}" }),
  reach: async () => {},
};

function door(given: { base?: string; key?: string; wire?: Wire; pace?: Pace; limits?: Limits }) {
  const { base = "https://api.sample.example/v1", key = "a-long-enough-key-3f9c" } = given;
  const exchanges: Exchange[] = [];
  const { wire = silent, pace = unpaced } = given;
  const tool = toolAt(base, given.limits);
  return { http: openHttp({ tool, credentials: { key }, exchanges, wire, pace }), exchanges };
}

const faultOf = (call: Promise<unknown>) =>
  call.then(() => Promise.reject(new Error("It was answered"))).catch((error: ToolError) => error);

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** A server of ours, and the wire that leads to it whatever the host. */
async function serve<S extends Server>(server: S): Promise<Wire> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return openWire((url) => new URL(`http://127.0.0.1:${port}${url.pathname}${url.search}`));
}

test.each([
  "http://api.sample.example",
  "https://127.0.0.1",
  "https://169.254.169.254",
  "https://api.sample.example:8443",
  "nothing",
])("nothing leaves for %s", async (base) => {
  const { http, exchanges } = door({ base });
  const fault = await faultOf(http("GET", "/", { answers }));
  expect(fault).toMatchObject({ fault: "config", sent: false });
  expect(exchanges).toEqual([]);
});

test.each(["/lists/..", "/lists/../../admin", "/a\\b", "/a?b=c"])(
  "a path that a URL would read as another is not called: %s",
  async (path) => {
    const fault = await faultOf(door({}).http("GET", path, { answers }));
    expect(fault).toMatchObject({ fault: "config", sent: false });
  },
);

test.each(["two\nlines-of-key", "zażółć-gęślą-jaźń", "nul\0in-the-key"])(
  "a key that no header can carry is a wrong key: %j",
  async (key) => {
    const fault = await faultOf(door({ key }).http("GET", "/me", { answers }));
    expect(fault).toMatchObject({ fault: "auth", sent: false });
    expect(fault.message).not.toContain(key);
  },
);

test("each header leaves once, however it is written", async () => {
  let seen: IncomingMessage | undefined;
  const wire = await serve(
    createHttpServer((request, response) => {
      seen = request;
      response.end("{}");
    }),
  );
  const headers = { "Content-Type": "application/json; charset=utf-8" };
  await door({ wire }).http("POST", "/a", { body: { ą: 1 }, headers, answers });
  const names = seen?.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  expect(names?.length).toBe(new Set(names).size);
  expect(seen?.headers["content-type"]).toBe("application/json; charset=utf-8");
});

test("long text is cut, and read all the same", async () => {
  const wire = await serve(
    createHttpServer((_, response) => {
      response.end("x".repeat(1_000_000));
    }),
  );
  const answer = await door({ wire }).http("POST", "", {
    read: "text",
    answers: { ok: z.string() },
  });
  expect(answer.body).toHaveLength(64 * 1024);
});

test("reaching connects and sends not a byte", async () => {
  let heard = 0;
  let visits = 0;
  const wire = await serve(
    createServer((socket) => {
      visits += 1;
      socket.on("data", (data) => {
        heard += data.length;
      });
      socket.on("error", () => {});
    }),
  );
  expect(await door({ wire }).http.reach()).toEqual({ host: "api.sample.example" });
  await expect.poll(() => visits).toBe(1);
  expect(heard).toBe(0);
});

test("a host without an entry in DNS is told to the merchant", async () => {
  const { http } = door({ base: "https://no-such-host.easycart.invalid", wire: openWire() });
  const fault = await faultOf(http.reach());
  expect(fault).toMatchObject({ fault: "unavailable", sent: false });
  // Without a network the resolver can't say even that.
  const told = fault.words ? readWords(fault.words, "pl").text : "no-such-host.easycart.invalid";
  expect(told).toContain("no-such-host.easycart.invalid");
});

test("what was said is kept without the key, in whatever it was said", async () => {
  const key = "a-long-enough-key-3f9c";
  const wire: Wire = {
    ...silent,
    send: async () => ({
      status: 400,
      headers: { location: `https://x.example/?k=${key}` },
      body: JSON.stringify({ message: `The key ${key} is wrong` }),
    }),
  };
  const { http, exchanges } = door({ wire, key });
  const fault = await faultOf(http("GET", `/keys/${key}`, { query: { key }, answers }));
  expect(`${fault.message} ${fault.words} ${JSON.stringify(exchanges)}`).not.toContain(key);
  expect(exchanges[0]?.received).toContain("•••• 3f9c");
});

test("a throttle holds the account, whose requests are then paced", async () => {
  const told: unknown[][] = [];
  const pace: Pace = {
    take: async (...given) => void told.push(["take", ...given]),
    hold: async (...given) => void told.push(["hold", ...given]),
  };
  const wire: Wire = {
    ...silent,
    send: async () => ({ status: 429, headers: { "retry-after": "4" }, body: "" }),
  };
  const requests = { count: 5, seconds: 1 };
  const { http } = door({ wire, pace, limits: { concurrency: 1, requests } });
  expect(await faultOf(http("GET", "/me", { answers }))).toMatchObject({ retryAfter: 4 });
  const account = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(told).toEqual([
    ["take", account, requests],
    ["hold", account, requests, 4],
  ]);
});

test.each([
  ["its key", undefined, [1, 2, 3]],
  ["its host", "host", [1, 1, 3]],
  ["all of us", "sender", [1, 1, 1]],
] as const)("a limit is shared by %s", async (_, per, expected) => {
  const accounts: string[] = [];
  const pace: Pace = { ...unpaced, take: async (account) => void accounts.push(account) };
  const limits = { concurrency: 1, requests: { count: 5, seconds: 1, ...(per && { per }) } };
  for (const [key, base] of [
    ["key-one-3f9c", "https://a.example"],
    ["key-two-3f9c", "https://a.example"],
    ["key-two-3f9c", "https://b.example"],
  ] as const)
    await door({ key, base, pace, limits }).http("GET", "/", { answers });
  expect(accounts.map((account) => accounts.indexOf(account) + 1)).toEqual(expected);
});
