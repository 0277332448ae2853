import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { makeAutomation, makeMember, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { setClockOffset } from "@/lib/clock";
import { closeDb } from "@/lib/db";
import { InvalidInputError, NotFoundError, ToolError } from "@/lib/errors";
import { signingSecretsAt } from "@/lib/tools/signing";
import { defineTool } from "@/lib/tools/tool";
import { checkIntegration } from "./check";
import type { PublishInput } from "./input";
import { openIntegration } from "./open";
import { publishIntegration, rotateSecret } from "./publish";
import { getIntegration, getSealedIntegration } from "./queries";
import { deleteIntegration, listIntegrations } from "./usage-queries";

const label = { pl: "Pole", en: "Field" };
const words = { pl: "Słowa", en: "Words" };
const plain = {
  origin: "external" as const,
  summary: words,
  mark: { paths: [] },
  guide: [],
  limits: { concurrency: 1 },
  actions: {},
};
const check = vi.fn(async () => ({ account: "ola@example.test" }));
const catalogue = vi.hoisted(() => new Map());
vi.mock("@/lib/tools/registry", () => ({
  findTool: (id: string) => catalogue.get(id),
  getTool: (id: string) => catalogue.get(id),
}));
catalogue.set(
  "letters",
  defineTool({
    ...plain,
    id: "letters",
    name: "Letters",
    credentials: {
      url: { kind: "url", label },
      key: { kind: "secret", label },
      signing: { kind: "signing", label },
    },
    connect: ({ url }) => ({ baseUrl: url }),
    check,
  }),
);
catalogue.set(
  "own",
  defineTool({
    ...plain,
    id: "own",
    name: "Own",
    credentials: {},
    connect: () => ({ baseUrl: "https://own.example" }),
    check,
  }),
);

afterAll(closeDb);
beforeEach(() => {
  setClockOffset(0);
  check.mockResolvedValue({ account: "ola@example.test" });
});

const reader = { locale: "pl" as const, words: (key: string) => key, userId: "" };
beforeAll(async () => {
  reader.userId = (await makeMember((await makeStore()).id)).id;
});
const input: PublishInput = {
  toolId: "letters",
  integrationId: null,
  name: "Konto",
  values: { url: "https://api.example/v1", key: "key-0123456789" },
};

test("what is published is checked, connected, and its secrets are sealed", async () => {
  const { id: storeId } = await makeStore();
  const published = await publishIntegration(storeId, input, reader);
  expect(published).toMatchObject({ connection: "connected", account: "ola@example.test" });
  expect(published.made.signing).toMatch(/^whsec_/);
  const { sealedCredentials } = await getSealedIntegration(storeId, published.integrationId);
  expect(sealedCredentials).not.toContain("key-0123456789");
  const { credentials } = await openIntegration(storeId, published.integrationId);
  expect(credentials).toEqual({ ...input.values, signing: published.made.signing });
});

test("what fails the check is saved all the same, and a silent tool is not a wrong key", async () => {
  const { id: storeId } = await makeStore();
  check.mockRejectedValue(new ToolError("auth", "401", { words: "Invalid key" }));
  const refused = await publishIntegration(storeId, input, reader);
  expect(await getIntegration(storeId, refused.integrationId)).toMatchObject({
    connection: "broken",
    fault: "auth",
    words: "Invalid key",
    account: null,
  });
  check.mockRejectedValue(new ToolError("unavailable", "timed out"));
  const silent = await publishIntegration(storeId, { ...input, name: "Drugie" }, reader);
  expect(silent).toMatchObject({ connection: "broken", fault: "unavailable" });
});

test("our own failure in a check saves nothing", async () => {
  const { id: storeId } = await makeStore();
  check.mockRejectedValue(new TypeError("a bug"));
  await expect(publishIntegration(storeId, input, reader)).rejects.toThrow("a bug");
  expect(await listIntegrations(storeId)).toEqual([]);
});

test("an edit keeps what was not typed anew, and turns a red one green", async () => {
  const { id: storeId } = await makeStore();
  check.mockRejectedValue(new ToolError("auth", "401"));
  const { integrationId } = await publishIntegration(storeId, input, reader);
  check.mockResolvedValue({ account: "ola@example.test" });
  const values = { url: "https://api.example/v1", key: "", signing: "whsec_mine" };
  const edited = await publishIntegration(
    storeId,
    { ...input, integrationId, name: "Nowa nazwa", values },
    reader,
  );
  expect(edited).toMatchObject({ integrationId, made: {} });
  const { integration, credentials } = await openIntegration(storeId, integrationId);
  expect(integration).toMatchObject({
    name: "Nowa nazwa",
    connection: "connected",
    fault: null,
    account: "ola@example.test",
  });
  expect(credentials).toMatchObject({ key: "key-0123456789" });
  expect(credentials.signing).not.toBe("whsec_mine");
});

test("a kept key is not sent to a new address", async () => {
  const { id: storeId } = await makeStore();
  const { integrationId } = await publishIntegration(storeId, input, reader);
  const values = { url: "https://evil.example", key: "" };
  await expect(
    publishIntegration(storeId, { ...input, integrationId, values }, reader),
  ).rejects.toMatchObject({ key: "secretWithAddress", field: "values.key" });
});

test("what the tool's fields refuse comes back at the field", async () => {
  const { id: storeId } = await makeStore();
  const values = { url: "http://api.example", key: "" };
  const refused = await publishIntegration(storeId, { ...input, values }, reader).catch((e) => e);
  expect(refused).toBeInstanceOf(InvalidInputError);
  expect(Object.keys(refused.fields)).toEqual(["values.url", "values.key"]);
});

test("two integrations of a store can't have one name, however it is written; a deleted one frees it", async () => {
  const { id: storeId } = await makeStore();
  const { integrationId } = await publishIntegration(storeId, input, reader);
  const again = { ...input, name: "KONTO" };
  await expect(publishIntegration(storeId, again, reader)).rejects.toMatchObject({
    key: "integrationNameTaken",
    field: "name",
  });
  const other = await makeStore();
  await publishIntegration(other.id, input, reader);
  await deleteIntegration(storeId, integrationId);
  await publishIntegration(storeId, again, reader);
});

test("tools that need no account, unknown ones, and other stores' ids are refused", async () => {
  const { id: storeId } = await makeStore();
  await expect(
    publishIntegration(storeId, { ...input, toolId: "own" }, reader),
  ).rejects.toMatchObject({ key: "noAccountNeeded" });
  await expect(
    publishIntegration(storeId, { ...input, toolId: "nothing" }, reader),
  ).rejects.toBeInstanceOf(NotFoundError);
  const { integrationId } = await publishIntegration(storeId, input, reader);
  const stranger = await makeStore();
  for (const attempt of [
    () => publishIntegration(stranger.id, { ...input, integrationId }, reader),
    () => checkIntegration(stranger.id, integrationId),
    () => rotateSecret(stranger.id, integrationId, "signing", reader.userId),
    () => deleteIntegration(stranger.id, integrationId),
  ])
    await expect(attempt()).rejects.toBeInstanceOf(NotFoundError);
});

test("a rotated secret signs beside the old one for a day", async () => {
  const { id: storeId } = await makeStore();
  const { integrationId, made } = await publishIntegration(storeId, input, reader);
  const fresh = await rotateSecret(storeId, integrationId, "signing", reader.userId);
  expect(fresh).not.toBe(made.signing);
  const { credentials } = await openIntegration(storeId, integrationId);
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
  expect(signingSecretsAt(credentials.signing ?? "", hours(23))).toEqual([fresh, made.signing]);
  expect(signingSecretsAt(credentials.signing ?? "", hours(25))).toEqual([fresh]);
  await expect(rotateSecret(storeId, integrationId, "key", reader.userId)).rejects.toBeInstanceOf(
    NotFoundError,
  );
});

test("one that automations use can't be deleted, and they are named", async () => {
  const { id: storeId } = await makeStore();
  const { integrationId } = await publishIntegration(storeId, input, reader);
  const product = await makeProduct(storeId, { name: "Kurs" });
  await makeAutomation(storeId, {
    productId: product.id,
    name: "Do kampanii",
    version: { tool: "letters", integrationId, action: "send" },
  });
  await expect(deleteIntegration(storeId, integrationId)).rejects.toMatchObject({
    key: "integrationInUse",
    values: { count: 1, names: "„Do kampanii” (Kurs)", openRuns: 0 },
  });
  expect((await listIntegrations(storeId))[0]).toMatchObject({ automations: 1, openRuns: 0 });
});
