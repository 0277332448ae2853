import { setTimeout as pause } from "node:timers/promises";
import { arrivals, buy } from "./copy";
import { spread } from "./statistics";

const PER_SECOND = 5;
const PATIENCE_MS = 30_000;

/** From the moment an event is posted to the moment its tool is called, at a shop's busy pace. */
export async function latency(seconds: number) {
  const sent = new Map<string, number>();
  const began = performance.now();
  const posts: Promise<void>[] = [];
  for (let number = 0; number < PER_SECOND * seconds; number++) {
    await pause(Math.max(0, began + (number * 1000) / PER_SECOND - performance.now()));
    const email = `latency-${number}@example.com`;
    posts.push(buy({ email }).then(({ at }) => void sent.set(email, at)));
  }
  await Promise.all(posts);
  const arrived = await arrivals([...sent.keys()], PATIENCE_MS);
  const waits = [...sent].flatMap(([email, at]) => {
    const reached = arrived.get(email);
    return reached === undefined ? [] : [reached - at];
  });
  return { ...spread(waits), lost: sent.size - waits.length };
}
