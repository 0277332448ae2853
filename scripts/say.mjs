// @ts-check

const HEARTBEAT_MS = 10_000;
const QUIET_MS = 2_000;

const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * One line with the time since the command began.
 * @param {string} text
 */
export function say(text) {
  console.log(`${seconds(performance.now()).padStart(8)}  ${text}`);
}

/**
 * Runs a step and shows that it lives: silent when it takes under 2 s, else a line when it began to
 * take long, one every 10 s, and one at its end.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] what it is waiting for
 * @returns {Promise<T>}
 */
export async function step(label, work, detail = () => "") {
  const began = performance.now();
  let shown = false;
  const show = () => {
    shown = true;
    say(
      [`${label}: ${seconds(performance.now() - began)} so far`, detail()]
        .filter(Boolean)
        .join(", "),
    );
  };
  const first = setTimeout(show, QUIET_MS);
  const later = setInterval(show, HEARTBEAT_MS);
  try {
    const result = await work();
    if (shown) say(`${label}: done in ${seconds(performance.now() - began)}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(later);
  }
}
