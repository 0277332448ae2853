import { expect, test } from "vitest";
import type { Access } from "@/lib/access/change";
import { foreseenOccurrences } from "./foreseen";
import { endKey } from "./key";

const access: Access = {
  id: "acc_1",
  storeId: "sto_1",
  productId: "pro_1",
  customerId: "cus_1",
  plan: null,
  startedAt: new Date("2026-10-01T08:00:00Z"),
  endsAt: new Date("2026-12-08T23:30:00Z"),
  endedAt: null,
  firstTold: new Date("2026-12-08T22:30:00Z"),
  subscription: true,
  timeZone: "Europe/Warsaw",
};
const triggers = (change: Partial<Access>) =>
  foreseenOccurrences({ ...access, ...change }, "evt_1").map(({ trigger }) => trigger);

test("an end brings what belongs to it, named by the date first told on the store's clock", () => {
  expect(foreseenOccurrences(access, "evt_1")).toContainEqual({
    trigger: "access_expiring",
    key: "access_expiring:acc_1:2026-12-08",
    at: new Date("2026-12-05T23:30:00Z"),
    customerId: "cus_1",
    productId: "pro_1",
    accessId: "acc_1",
    eventId: "evt_1",
    foreseen: true,
  });
  expect(endKey("access_expired", { ...access, firstTold: access.endsAt })).toBe(
    "access_expired:acc_1:2026-12-09",
  );
});

test("only subscriptions end as such", () => {
  expect(triggers({})).toContain("subscription_ended");
  expect(triggers({ subscription: false })).toEqual(["access_expired", "access_expiring"]);
});

test("an access shorter than three days does not begin to expire", () => {
  expect(triggers({ startedAt: new Date("2026-12-06T00:00:00Z") })).not.toContain(
    "access_expiring",
  );
});

test("without a known end, or after it, nothing is to come", () => {
  expect(triggers({ endsAt: null, firstTold: null })).toEqual([]);
  expect(triggers({ endedAt: access.endsAt })).toEqual([]);
});
