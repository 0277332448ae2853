import type { Control } from "@/e2e/emulators/core/control";

type Fault = NonNullable<Control["faults"]>[number];

/** A way in which a tool may answer, or not, and what each operation may make of it. */
export type Case = {
  name: string;
  /** Absent: the tool can't be reached at all. */
  fault?: Fault;
  /** What a check, or a list of choices, must say. */
  asked: string[];
  /** What an action may say: outcomes and faults. */
  acted: string[];
  /** Seconds that must be waited for, from and to. */
  wait?: [number, number];
  /** Whether an action's fault must count as "it may have happened". */
  sent?: boolean;
};

const answer = (status: number, rest: Partial<Fault> = {}): Fault => ({
  kind: "answer",
  status,
  body: {},
  ...rest,
});

const same = (name: string, fault: Fault, verdicts: string[], rest: Partial<Case> = {}): Case => ({
  name,
  fault,
  asked: verdicts,
  acted: verdicts,
  ...rest,
});

/** A success whose body can't be read; an action that needs no body may still have succeeded. */
const unreadable = (name: string, fault: Fault): Case => ({
  name,
  fault,
  asked: ["unavailable"],
  acted: ["unavailable", "done", "already", "accepted"],
});

const throttled = (name: string, headers: Record<string, string>, wait?: [number, number]) =>
  same(`429, ${name}`, answer(429, { headers }), ["rate_limited"], { wait });

/** `at`: when the case is run; the instants in headers count from then. */
export function casesAt(at: Date): Case[] {
  const instant = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  const unix = (seconds: number) => String(Math.floor(instant(seconds).getTime() / 1000));
  return [
    { ...same("400", answer(400), ["config"]), acted: ["config", "refused"] },
    same("401", answer(401), ["auth"], { sent: false }),
    same("403", answer(403), ["auth"], { sent: false }),
    same("403, empty", answer(403, { body: undefined }), ["auth"]),
    { ...same("404", answer(404), ["config"]), acted: ["config", "already"] },
    { ...same("409", answer(409), ["config"]), acted: ["config", "already"] },
    { ...same("422", answer(422), ["config"]), acted: ["config", "refused"] },
    throttled("Retry-After: 7", { "retry-after": "7" }, [7, 7]),
    throttled("Retry-After: date", { "retry-after": instant(30).toUTCString() }, [28, 31]),
    throttled("Reset: 41", { "x-ratelimit-reset": "41" }, [41, 41]),
    throttled("Reset: 432 seconds", { "x-ratelimit-reset": "432 seconds" }, [432, 432]),
    throttled("Reset: timestamp", { "x-ratelimit-reset": unix(50) }, [47, 51]),
    throttled("no header", {}),
    same("500", answer(500), ["unavailable"], { sent: false }),
    same("503, Retry-After: 9", answer(503, { headers: { "retry-after": "9" } }), ["unavailable"], {
      wait: [9, 9],
      sent: false,
    }),
    same("502, HTML", { kind: "html" }, ["unavailable"], { sent: false }),
    unreadable("200, HTML", { kind: "html", status: 200 }),
    unreadable("200, empty", { kind: "empty" }),
    unreadable("200, truncated", { kind: "truncated" }),
    unreadable("200, dropped", { kind: "dropped" }),
    unreadable("200, 20 MB", { kind: "huge" }),
    same("redirect", { kind: "redirect" }, ["config"], { sent: false }),
    same("timeout", { kind: "hang" }, ["unavailable"], { sent: true }),
    same("reset", { kind: "reset" }, ["unavailable"], { sent: true }),
    { name: "no connection", asked: ["unavailable"], acted: ["unavailable"], sent: false },
  ];
}
