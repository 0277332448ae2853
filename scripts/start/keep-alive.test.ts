import { expect, test, vi } from "vitest";
import { keepAlive } from "./keep-alive.mjs";

/** A part whose death the test decides. */
function fakePart() {
  const deaths: ((reason: string) => void)[] = [];
  const stops: boolean[] = [];
  const launch = vi.fn(async () => {
    const exited = new Promise<string>((resolve) => deaths.push(resolve));
    return {
      pid: deaths.length,
      exited,
      async stop({ fast = false } = {}) {
        stops.push(fast);
        deaths.at(-1)?.("stopped");
      },
    };
  });
  return { launch, stops, die: (reason = "SIGKILL") => deaths.at(-1)?.(reason) };
}

test("starts a part again that died, and tells its new pid", async () => {
  const part = fakePart();
  const pids: number[] = [];
  const kept = keepAlive({ name: "web", ...part, onPid: (pid) => pids.push(pid), onGiveUp() {} });
  await kept.up;
  part.die();
  await expect.poll(() => pids).toEqual([1, 2]);
  await kept.stop(false);
  expect(part.stops).toEqual([false]);
});

test("gives a part up that dies again and again", async () => {
  const launch = vi.fn(() => Promise.reject(new Error("broken")));
  const gaveUp = vi.fn();
  keepAlive({ name: "web", launch, onPid() {}, onGiveUp: gaveUp, firstPauseMs: 1 });
  const words = "web ended 5 times in a minute (broken)";
  await expect.poll(() => gaveUp.mock.calls).toEqual([[words]]);
  expect(launch).toHaveBeenCalledTimes(5);
});

test("stops a part that was still starting", async () => {
  const part = fakePart();
  let begun = () => {};
  const slow = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const launch = () => slow.then(part.launch);
  const kept = keepAlive({ name: "web", launch, onPid() {}, onGiveUp() {} });
  const stopped = kept.stop(false);
  begun();
  await stopped;
  expect(part.stops).toEqual([false]);
  await expect(kept.up).rejects.toThrow("stopped");
});
