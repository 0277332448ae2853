import { count, eq } from "drizzle-orm";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { memberships, signInFailures } from "@/drizzle/schema/stores";
import { makeMember, makeStore } from "@/drizzle/testing/factories";
import { now, setClockOffset } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { hashPassword } from "./password";
import { findMember } from "./queries";
import { checkPassword } from "./sign-in";
import { createOwner } from "./sign-up";

const OPERATOR = "operator@example.test";
vi.stubEnv("OPERATOR_EMAILS", OPERATOR);
afterAll(closeDb);
afterEach(() => setClockOffset(0));

const PASSWORD = "dobre hasło 1234";
let counter = 0;
const address = () => `10.0.0.${counter++}`;

async function makePerson() {
  const store = await makeStore();
  const passwordHash = await hashPassword(PASSWORD);
  const member = await makeMember(store.id, { passwordHash });
  return { email: member.email, userId: member.id, storeId: store.id };
}

const wrong = (email: string, from: string) =>
  checkPassword({ email, password: "złe hasło 1234" }, from);

test("the right password opens the person's store, however the e-mail is written", async () => {
  const { email, userId, storeId } = await makePerson();
  const written = ` ${email.toUpperCase()} `;
  expect(await checkPassword({ email: written, password: PASSWORD }, address())).toEqual({
    userId,
    storeId,
  });
});

test("a wrong password and an unknown e-mail get the same answer, after the same work", async () => {
  const { email } = await makePerson();
  const took: Record<string, number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 4; round++) {
    for (const [kind, asked] of [
      ["known", email],
      ["unknown", `nobody${round}@example.test`],
    ] as const) {
      const since = performance.now();
      expect(await wrong(asked, address())).toBe("refused");
      took[kind]?.push(performance.now() - since);
    }
  }
  const least = (kind: string) => Math.min(...(took[kind] ?? []));
  // Without its dummy hash the unknown one would be some ten times faster.
  expect(least("unknown")).toBeGreaterThan(least("known") / 3);
});

test("after five failures the next try must wait, and the wait ends", async () => {
  const { email, userId, storeId } = await makePerson();
  for (let failure = 0; failure < 5; failure++)
    expect(await wrong(email, address())).toBe("refused");
  const right = () => checkPassword({ email, password: PASSWORD }, address());
  expect(await right()).toEqual({ wait: 15 });
  setClockOffset(16_000);
  expect(await right()).toEqual({ userId, storeId });
  expect(await wrong(email, address())).toBe("refused");
});

test("many tries at once don't slip past the limit together", async () => {
  const { email } = await makePerson();
  const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(email, address())));
  expect(answers.filter((answer) => answer === "refused")).toHaveLength(5);
});

test("one address that tries many e-mails is slowed down, and others are not", async () => {
  const from = address();
  for (let failure = 0; failure < 20; failure++) await wrong(`x${failure}@example.test`, from);
  expect(await wrong("another@example.test", from)).toEqual({ wait: 15 });
  expect(await wrong("another@example.test", address())).toBe("refused");
});

test("failures older than the window are forgotten", async () => {
  const from = address();
  await wrong("old@example.test", from);
  setClockOffset(16 * 60_000);
  await wrong("new@example.test", address());
  const [left] = await db()
    .select({ count: count() })
    .from(signInFailures)
    .where(eq(signInFailures.key, `address:${from}`));
  expect(left?.count).toBe(0);
});

test("signing up makes a store and its owner, once for an e-mail", async () => {
  const owner = { store: "Sklep", name: "Ola", email: `ola${now().getTime()}@example.test` };
  const input = { ...owner, password: PASSWORD };
  const made = await createOwner(input, { address: address(), locale: "en" });
  expect(await findMember(made.storeId, made.userId)).toMatchObject({
    role: "owner",
    email: owner.email,
    store: { name: "Sklep", locale: "en" },
  });
  await expect(createOwner(input, { address: address(), locale: "pl" })).rejects.toMatchObject({
    key: "emailTaken",
    field: "email",
  });
  expect(await checkPassword({ email: owner.email, password: PASSWORD }, address())).toEqual(made);
});

test("whoever was removed from all stores opens one of their own, with the password they have", async () => {
  const { email, userId, storeId } = await makePerson();
  await db().delete(memberships).where(eq(memberships.userId, userId));
  const again = (password: string) =>
    createOwner(
      { store: "Nowy", name: "X", email, password },
      { address: address(), locale: "pl" },
    );
  await expect(again("złe hasło 1234")).rejects.toMatchObject({ key: "wrongPassword" });
  const made = await again(PASSWORD);
  expect(made.userId).toBe(userId);
  expect(await findMember(made.storeId, userId)).toMatchObject({ role: "owner" });
  expect(await findMember(storeId, userId)).toBeUndefined();
  await expect(again(PASSWORD)).rejects.toMatchObject({ key: "emailTaken" });
});

test("one address can't make stores without end", async () => {
  const from = address();
  const again = (n: number) =>
    createOwner(
      { store: "S", name: "N", email: `many${n}.${from}@example.test`, password: PASSWORD },
      { address: from, locale: "pl" },
    );
  for (let made = 0; made < 20; made++) await again(made);
  await expect(again(21)).rejects.toBeInstanceOf(UserError);
});

test("a person is a member of no other store", async () => {
  const { userId } = await makePerson();
  const other = await makeStore();
  expect(await findMember(other.id, userId)).toBeUndefined();
});

test("nobody signs up with the address of whoever runs the installation", async () => {
  const owner = { store: "Sklep", name: "Ktoś", email: OPERATOR, password: PASSWORD };
  await expect(createOwner(owner, { address: address(), locale: "pl" })).rejects.toMatchObject({
    key: "emailTaken",
  });
});
