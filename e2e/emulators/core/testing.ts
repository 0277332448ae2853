import { type Emulators, type Options, startEmulators } from "../server";

export type Answered = { status: number; headers: Headers; body: unknown; text: string };

/** Emulators on a clock that only moves when told, with a short way to ask them. */
export async function startForTest(options: Omit<Options, "now"> = {}) {
  const clock = { now: Date.UTC(2026, 10, 24, 9) };
  const emulators = await startEmulators({ ...options, now: () => clock.now });
  return {
    emulators,
    /** Moves the clock on; queues and rate windows follow. */
    pass: (ms: number) => {
      clock.now += ms;
    },
    ask: (request: string, headers: Record<string, string>, body?: unknown) =>
      ask(emulators, request, headers, body),
  };
}

/** `request` is `METHOD host/path?query`. */
async function ask(
  { origin }: Emulators,
  request: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<Answered> {
  const [method = "GET", address = ""] = request.split(" ");
  const response = await fetch(`${origin}/${address}`, {
    method,
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    redirect: "manual",
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: bodyOf(text), text };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
