import { buy } from "./copy";
import { spread, tenth } from "./statistics";

const CALLERS = 20;

/** How many events a second are taken (stored and announced, answered 2xx) while callers keep posting. */
export async function throughput(seconds: number) {
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  async function call(caller: number) {
    for (let number = 0; performance.now() < end; number++) {
      const { ms, taken } = await buy({ email: `many-${caller}-${number}@example.com` });
      if (taken) times.push(ms);
      else refused++;
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, (_, caller) => call(caller)));
  const took = (performance.now() - began) / 1000;
  return { ...spread(times), perSecond: tenth(times.length / took), refused };
}
