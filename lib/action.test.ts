import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { memberAction, publicAction } from "./action";
import type { Member } from "./auth/queries";
import { InvalidInputError, NotFoundError, UserError } from "./errors";
import { log } from "./log";

const currentMember = vi.hoisted(() => vi.fn());
vi.mock("./auth/session", () => ({ currentMember }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string, values?: object) =>
    Object.keys(values ?? {}).length ? `${key} ${JSON.stringify(values)}` : key,
}));

const member = { storeId: "sto_1", userId: "usr_1", role: "editor" } as Member;
const schema = z.object({ name: z.string().trim().min(1) });
const run = vi.fn(async ({ name }: { name: string }, who: Member) => `${who.storeId}: ${name}`);
const action = memberAction("test", schema, run);

beforeEach(() => {
  currentMember.mockResolvedValue(member);
  run.mockClear();
});

test("runs with what was checked, for the store of whoever asks", async () => {
  expect(await action({ name: " Ola " })).toEqual({ ok: true, data: "sto_1: Ola" });
});

test("refuses whoever is signed out, and does nothing", async () => {
  currentMember.mockResolvedValue(undefined);
  expect(await action({ name: "Ola" })).toMatchObject({ ok: false, message: "signedOut" });
  expect(run).not.toHaveBeenCalled();
});

test("lets a viewer read and not write", async () => {
  currentMember.mockResolvedValue({ ...member, role: "viewer" });
  expect(await action({ name: "Ola" })).toMatchObject({ ok: false, message: "viewer" });
  expect(run).not.toHaveBeenCalled();
  const reading = memberAction("test", schema, run, { reads: true });
  expect((await reading({ name: "Ola" })).ok).toBe(true);
});

test("lets only an owner do what is an owner's", async () => {
  const owned = memberAction("test", schema, run, { owner: true });
  expect(await owned({ name: "Ola" })).toMatchObject({ ok: false, message: "owner" });
  expect(run).not.toHaveBeenCalled();
  currentMember.mockResolvedValue({ ...member, role: "owner" });
  expect((await owned({ name: "Ola" })).ok).toBe(true);
});

test("says at which field the input is wrong, and does nothing", async () => {
  expect(await action({ name: " " })).toEqual({
    ok: false,
    message: "fields",
    fields: { name: "field.required" },
  });
  expect(run).not.toHaveBeenCalled();
});

test("puts a refusal into words, at its field where it has one", async () => {
  run.mockRejectedValueOnce(new UserError("taken", { name: "Ola" }, "name"));
  const words = 'taken {"name":"Ola"}';
  expect(await action({ name: "Ola" })).toEqual({
    ok: false,
    message: words,
    fields: { name: words },
  });
  run.mockRejectedValueOnce(new NotFoundError());
  expect(await action({ name: "Ola" })).toMatchObject({ message: "notFound", fields: undefined });
  run.mockRejectedValueOnce(new InvalidInputError({ "values.key": "too short" }));
  expect(await action({ name: "Ola" })).toMatchObject({ fields: { "values.key": "too short" } });
});

test("logs what nobody expected, and tells nothing of it", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  run.mockRejectedValueOnce(new TypeError("secret detail"));
  const answer = await action({ name: "Ola" });
  expect(answer).toEqual({ ok: false, message: "unexpected", fields: undefined });
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ action: "test", storeId: "sto_1" }),
    "action.failed",
  );
  logged.mockRestore();
});

test("lets a redirect pass", async () => {
  const redirect = Object.assign(new Error("NEXT_REDIRECT"), {
    digest: "NEXT_REDIRECT;replace;/products;307;",
  });
  run.mockRejectedValueOnce(redirect);
  await expect(action({ name: "Ola" })).rejects.toBe(redirect);
});

test("an action for everyone asks nobody who they are", async () => {
  currentMember.mockRejectedValue(new Error("asked"));
  const open = publicAction("open", schema, async ({ name }) => name);
  expect(await open({ name: "Ola" })).toEqual({ ok: true, data: "Ola" });
});
