import { beforeEach, expect, test, vi } from "vitest";
import type { Member } from "@/lib/auth/queries";
import { DemoTimeMachine } from "./demo-time-machine";
import { move, seeAhead, seeComing } from "./time-machine-actions";

const state = vi.hoisted(() => ({ demo: false, role: "owner" }));

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), DEMO: state.demo }) };
});
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));
vi.mock("@/lib/auth/session", () => ({
  currentMember: async () =>
    ({ storeId: "sto_1", role: state.role, store: { timeZone: "Europe/Warsaw" } }) as Member,
}));
vi.mock("@/lib/time-machine/system-queries", () => ({ advanceClock: async (ms: number) => ms }));

beforeEach(() => {
  state.demo = false;
  state.role = "owner";
});

test("outside a demo it is neither drawn nor answered", async () => {
  expect(DemoTimeMachine({ zone: "Europe/Warsaw" })).toBeNull();
  const refused = { ok: false, message: "notFound" };
  expect(await move({ value: 1, unit: "hours" })).toMatchObject(refused);
  expect(await seeAhead({ value: 1, unit: "hours" })).toMatchObject(refused);
  expect(await seeComing({})).toMatchObject(refused);
});

test("in a demo it is drawn, and moves the shop for whoever may change it", async () => {
  state.demo = true;
  expect(DemoTimeMachine({ zone: "Europe/Warsaw" })).not.toBeNull();
  expect(await move({ value: 1, unit: "hours" })).toMatchObject({ ok: true });
  state.role = "viewer";
  expect(await move({ value: 1, unit: "hours" })).toMatchObject({ ok: false, message: "viewer" });
});

test("never goes back", async () => {
  state.demo = true;
  expect(await move({ value: -1, unit: "hours" })).toMatchObject({ ok: false });
});
