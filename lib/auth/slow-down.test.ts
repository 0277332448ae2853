import { expect, test } from "vitest";
import { waitFor } from "./slow-down";

test("five failures are free, then each wait is twice the one before", () => {
  expect([4, 5, 6, 7, 8].map((failures) => waitFor("email", failures, 0))).toEqual([
    0, 15, 30, 60, 120,
  ]);
});

test("no wait is longer than the window", () => {
  expect(waitFor("email", 500, 0)).toBe(900);
});

test("time that has passed since is taken off", () => {
  expect(waitFor("email", 6, 10.2)).toBe(20);
  expect(waitFor("email", 6, 31)).toBe(0);
});

test("an address has more tries than a person", () => {
  expect(waitFor("address", 19, 0)).toBe(0);
  expect(waitFor("address", 20, 0)).toBe(15);
});
