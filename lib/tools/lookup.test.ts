import type { LookupAddress } from "node:dns";
import { expect, test, vi } from "vitest";
import { publicLookup } from "./wire";

const answers = vi.hoisted(() => ({ turns: [] as { address: string; family: number }[][] }));
vi.mock("node:dns", () => ({
  lookup: (_: string, __: object, done: (error: null, addresses: LookupAddress[]) => void) =>
    done(null, answers.turns.shift() ?? []),
}));

const asked = () =>
  new Promise((resolve) => {
    publicLookup("hook.example.com", { all: true }, (error, addresses) =>
      resolve(error ? error.name : addresses),
    );
  });

const PUBLIC = { address: "93.184.216.34", family: 4 };
const PRIVATE = { address: "10.0.0.7", family: 4 };

test("one private address among public ones refuses them all", async () => {
  answers.turns = [[PUBLIC, PRIVATE], [PUBLIC]];
  expect([await asked(), await asked()]).toEqual(["ForbiddenAddressError", [PUBLIC]]);
});

test("each connection asks and checks anew: an answer that changes is seen", async () => {
  answers.turns = [[PUBLIC], [PRIVATE], []];
  expect([await asked(), await asked(), await asked()]).toEqual([
    [PUBLIC],
    "ForbiddenAddressError",
    "ForbiddenAddressError",
  ]);
});
