import { expect, test } from "vitest";
import { tellMornings } from "./digest";
import { tellAlerts } from "./tell";

test("without a mail server nothing is taken up that could only fail", async () => {
  // There is no database here either: whoever asked it would fail.
  expect(await tellMornings()).toBe(0);
  expect(await tellAlerts()).toBe(0);
});
