import { expect, test } from "vitest";
import { gathering } from "./gather";

test("sends at once, then together what came meanwhile, no more than it may", async () => {
  const sent: number[][] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ask = gathering<number>(async (items) => {
    sent.push(items);
    await held;
  }, 3);
  const asked = [1, 2, 3, 4, 5].map(ask);
  expect(sent).toEqual([[1]]);
  release();
  await Promise.all(asked);
  expect(sent).toEqual([[1], [2, 3, 4], [5]]);
  await ask(6);
  expect(sent.at(-1)).toEqual([6]);
});
