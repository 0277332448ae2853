import { describe, expect, test } from "vitest";
import { ToolError } from "@/lib/errors";
import { type Result, resultOf, verdictOfAct, verdictOfConfirm } from "./result";

const circumstances = { tool: { retryDelays: [10] }, tries: 1, repeatable: true };
const fault = (name: string, more: Partial<Extract<Result, { kind: "fault" }>> = {}): Result => ({
  kind: "fault",
  fault: name,
  sent: true,
  pause: false,
  ...more,
});

describe("verdictOfAct", () => {
  test.each(["done", "already", "refused"] as const)("%s ends the run", (outcome) => {
    const verdict = verdictOfAct({ kind: "outcome", outcome: { outcome } }, circumstances);
    expect(verdict).toMatchObject({ status: outcome, again: null });
  });

  test("accepted is looked at again where it can be", () => {
    const result: Result = { kind: "outcome", outcome: { outcome: "accepted", ticket: "7" } };
    expect(verdictOfAct(result, { ...circumstances, confirmAfter: [5, 15] })).toMatchObject({
      status: "accepted",
      ticket: "7",
      again: 5,
    });
    expect(verdictOfAct(result, circumstances).again).toBeNull();
  });

  test.each(["auth", "config"])("%s fails at once: it is the merchant's turn", (name) => {
    expect(verdictOfAct(fault(name), circumstances)).toMatchObject({
      status: "failed",
      fault: name,
      again: null,
    });
  });

  test("a tool that asked us to wait is asked again at its time", () => {
    expect(verdictOfAct(fault("rate_limited", { asked: 47 }), circumstances)).toMatchObject({
      status: "waiting",
      again: 47,
    });
  });

  test("a silent tool is tried again until the delays are used up", () => {
    const down = fault("unavailable", { sent: false });
    expect(verdictOfAct(down, circumstances).status).toBe("waiting");
    expect(verdictOfAct(down, { ...circumstances, tries: 2 })).toMatchObject({
      status: "failed",
      fault: "unavailable",
    });
  });

  test.each(["unavailable", "bug"])(
    "%s after sending what may not be repeated is unknown",
    (name) => {
      const once = { ...circumstances, repeatable: false };
      expect(verdictOfAct(fault(name), once)).toMatchObject({ status: "unknown", again: null });
      expect(verdictOfAct(fault(name, { sent: false }), once).status).toBe("waiting");
    },
  );

  test("a throttle did nothing, so even what may not be repeated is tried again", () => {
    const once = { ...circumstances, repeatable: false };
    expect(verdictOfAct(fault("rate_limited"), once).status).toBe("waiting");
  });
});

describe("verdictOfConfirm", () => {
  const run = { words: null, ticket: "7" };

  test("looks again after the remaining distance, then leaves it accepted", () => {
    const look = (tries: number) =>
      verdictOfConfirm({ kind: "pending" }, run, { tries, confirmAfter: [5, 15, 30] });
    expect(look(1)).toMatchObject({ status: "accepted", again: 10 });
    expect(look(2).again).toBe(15);
    expect(look(3)).toMatchObject({ status: "accepted", again: null });
  });

  test("tells what came true and what was turned down", () => {
    const told = (outcome: "done" | "refused") =>
      verdictOfConfirm({ kind: "outcome", outcome: { outcome } }, run, { tries: 1 }).status;
    expect([told("done"), told("refused")]).toEqual(["done", "refused"]);
  });

  test("a fault while looking says nothing about the contact", () => {
    const verdict = verdictOfConfirm(fault("auth"), run, { tries: 1, confirmAfter: [5, 15] });
    expect(verdict).toMatchObject({ status: "accepted", fault: null, again: 10 });
  });
});

test("resultOf tells the tool's faults from our own", () => {
  const throttled = new ToolError("rate_limited", "429", { retryAfter: 3 });
  expect(resultOf(throttled, false)).toMatchObject({ fault: "rate_limited", asked: 3 });
  expect(resultOf(new TypeError("x"), true)).toMatchObject({ fault: "bug", sent: true });
});
