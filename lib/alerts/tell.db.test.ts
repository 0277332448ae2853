import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeIntegration, makeMember, makeStore } from "@/drizzle/testing/factories";
import { recordConnection } from "@/lib/integrations/connection";
import { tellAlerts } from "./tell";

/** Letters by the address they went to. */
const letters = new Map<string, string[]>();
const inbox = new SMTPServer({
  authOptional: true,
  closeTimeout: 200,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      for (const { address } of session.envelope.rcptTo)
        letters.set(address, [...(letters.get(address) ?? []), Buffer.concat(chunks).toString()]);
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => inbox.listen(0, "127.0.0.1", resolve));
  const address = inbox.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
});
afterAll(() => new Promise<void>((resolve) => inbox.close(() => resolve())));

async function integrationWithOwner() {
  const { id: storeId } = await makeStore();
  const owner = await makeMember(storeId);
  const viewer = await makeMember(storeId, { role: "viewer" });
  const integration = await makeIntegration(storeId);
  const learn = (connection: "connected" | "broken", fault?: string) =>
    recordConnection(storeId, integration.id, { connection, fault });
  return { owner: owner.email, viewer: viewer.email, learn };
}

const countOf = (email: string) => letters.get(email)?.length ?? 0;

test("a cause is told once, and once that it has healed", async () => {
  const { owner, viewer, learn } = await integrationWithOwner();
  await learn("broken", "auth");
  await learn("broken", "auth");
  await tellAlerts();
  await tellAlerts();
  expect(countOf(owner)).toBe(1);
  await learn("connected");
  await tellAlerts();
  await tellAlerts();
  expect(countOf(owner)).toBe(2);
  expect(countOf(viewer)).toBe(0);
});

test("what healed before anybody was told is not worth a letter", async () => {
  const { owner, learn } = await integrationWithOwner();
  await learn("broken", "auth");
  await learn("connected");
  await tellAlerts();
  expect(countOf(owner)).toBe(0);
});

test("another cause is told as well, and one that comes back is told again", async () => {
  const { owner, learn } = await integrationWithOwner();
  await learn("broken", "auth");
  await tellAlerts();
  await learn("broken", "unavailable");
  await tellAlerts();
  expect(countOf(owner)).toBe(2);
  await learn("connected");
  await tellAlerts();
  await learn("broken", "auth");
  await tellAlerts();
  // Two recoveries, one for each cause that was told.
  expect(countOf(owner)).toBe(5);
});

test("an hour brings five letters at most", async () => {
  const { owner, learn } = await integrationWithOwner();
  for (const cause of ["auth", "config", "unavailable", "rate_limited", "a", "b", "c"])
    await learn("broken", cause);
  await tellAlerts();
  expect(countOf(owner)).toBe(5);
});
