import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { invitations } from "@/drizzle/schema/invitations";
import { makeMember, makeStore } from "@/drizzle/testing/factories";
import { openInbox } from "@/lib/alerts/testing/inbox";
import { hashPassword } from "@/lib/auth/password";
import { findMember, type Member } from "@/lib/auth/queries";
import { checkPassword } from "@/lib/auth/sign-in";
import { setClockOffset } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { listDeeds } from "@/lib/deeds/queries";
import { closeMail } from "@/lib/tools/mail";
import { invite } from "./invite";
import { join } from "./join";
import { storesOf } from "./join-queries";
import { listInvitations, removeMember, setRole } from "./queries";

const env = vi.hoisted(() => ({ SMTP_URL: "" }));
vi.mock(import("@/lib/env"), async (original) => {
  const { env: read, ...rest } = await original();
  return { ...rest, env: () => ({ ...read(), ...env }) };
});

const PASSWORD = "dobre hasło 1234";
const FROM = { address: "10.1.0.1", locale: "pl" as const };
let inbox: Awaited<ReturnType<typeof openInbox>>;
let counter = 0;
const newEmail = () => `gosc${counter++}@example.test`;

beforeAll(async () => {
  inbox = await openInbox();
  env.SMTP_URL = inbox.url;
});
afterEach(() => setClockOffset(0));
afterAll(async () => {
  closeMail();
  await inbox.close();
  await closeDb();
});

async function owner(): Promise<Member> {
  const store = await makeStore();
  const user = await makeMember(store.id);
  const member = await findMember(store.id, user.id);
  if (!member) throw new Error("The owner is no member");
  return member;
}

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const accept = (url: string, given: { name?: string; password: string }) =>
  join({ token: tokenOf(url), ...given }, FROM);

test("a link by mail makes a newcomer a member with the role, once", async () => {
  const boss = await owner();
  const email = newEmail();
  const { url, mailed } = await invite(boss, { email, role: "editor" });
  expect(mailed).toBe(true);
  expect(inbox.to(email)[0]?.text).toContain(url);
  const [kept] = await db().select().from(invitations).where(eq(invitations.email, email));
  expect(JSON.stringify(kept)).not.toContain(tokenOf(url));

  const joined = await accept(url, { name: "Ola", password: PASSWORD });
  expect(await findMember(boss.storeId, joined.userId)).toMatchObject({ role: "editor", email });
  expect(await checkPassword({ email, password: PASSWORD }, "10.1.0.2")).toEqual(joined);
  await expect(accept(url, { name: "Ola", password: PASSWORD })).rejects.toMatchObject({
    key: "invitationGone",
  });
  const { rows } = await listDeeds(boss.storeId, { limit: 9 });
  expect(rows.map(({ what, person }) => [what, person])).toEqual([
    ["person_joined", "Ola"],
    ["person_invited", boss.name],
  ]);
});

test("whoever has an account joins with its password, and keeps their other store", async () => {
  const [boss, other] = [await owner(), await makeStore()];
  const passwordHash = await hashPassword(PASSWORD);
  const { email, id } = await makeMember(other.id, { passwordHash });
  const { url } = await invite(boss, { email, role: "viewer" });
  await expect(accept(url, { password: "złe hasło 1234" })).rejects.toMatchObject({
    key: "wrongPassword",
  });
  expect(await accept(url, { password: PASSWORD })).toEqual({ storeId: boss.storeId, userId: id });
  expect((await storesOf(id)).map((store) => store.id)).toEqual([other.id, boss.storeId]);
});

test("a link ends after seven days, and with the next invitation of the same person", async () => {
  const boss = await owner();
  const email = newEmail();
  const first = await invite(boss, { email, role: "viewer" });
  const second = await invite(boss, { email, role: "editor" });
  expect(await listInvitations(boss.storeId)).toHaveLength(1);
  const gone = { key: "invitationGone" };
  const newcomer = { name: "Ola", password: PASSWORD };
  await expect(accept(first.url, newcomer)).rejects.toMatchObject(gone);
  setClockOffset(7 * 86_400_000 + 1000);
  await expect(accept(second.url, newcomer)).rejects.toMatchObject(gone);
  expect(await listInvitations(boss.storeId)).toEqual([]);
});

test("a newcomer chooses a password as at sign-up", async () => {
  const { url } = await invite(await owner(), { email: newEmail(), role: "viewer" });
  await expect(accept(url, { name: "Ola", password: "krótkie" })).rejects.toMatchObject({
    key: "passwordTooShort",
    field: "password",
  });
});

test("a letter that fails leaves the link to be handed over", async () => {
  inbox.refuse(true);
  const boss = await owner();
  const { url, mailed } = await invite(boss, { email: newEmail(), role: "viewer" });
  inbox.refuse(false);
  expect(mailed).toBe(false);
  await accept(url, { name: "Ola", password: PASSWORD });
});

test("somebody who is there already is not invited again", async () => {
  const boss = await owner();
  await expect(invite(boss, { email: boss.email, role: "viewer" })).rejects.toMatchObject({
    key: "personIsThere",
  });
});

test("the last owner can be neither removed nor given another role, even by two at once", async () => {
  const { storeId, userId } = await owner();
  const inTx = (work: Parameters<ReturnType<typeof db>["transaction"]>[0]) =>
    db().transaction(work);
  const last = { key: "lastOwner" };
  await expect(inTx((tx) => removeMember(tx, storeId, userId))).rejects.toMatchObject(last);
  await expect(inTx((tx) => setRole(tx, storeId, userId, "editor"))).rejects.toMatchObject(last);

  const second = await makeMember(storeId);
  const both = await Promise.allSettled([
    inTx((tx) => removeMember(tx, storeId, userId)),
    inTx((tx) => removeMember(tx, storeId, second.id)),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
