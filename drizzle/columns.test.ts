import { expect, test } from "vitest";
import { newId } from "./columns";

test("ids sort by age, also those of one millisecond, and the next can't be told from the last", () => {
  const ids = Array.from({ length: 200 }, () => newId("run"));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  const shared = ids.filter((id, at) => at > 0 && id.slice(0, 24) === ids[at - 1]?.slice(0, 24));
  expect(shared).toEqual([]);
});
