import type { Answer, Answers, Call } from "./tool";

export type Came = {
  status: number;
  text: string;
  broken?: unknown;
  header: (name: string) => string | undefined;
};

export const isSuccess = (status: number) => status >= 200 && status < 300;

/** Whether a status that the call expects came with a body cut short, or with something that is no JSON. */
export function isGarbled({ answers, read }: Call<Answers>, came: Came): boolean {
  if (read === "text" || !(came.status in answers || isSuccess(came.status))) return false;
  return Boolean(came.broken) || readJson(came.text) === undefined;
}

/** The answer as the call expects it; undefined where status or body are others. */
export function answerTo<const A extends Answers>(
  { answers, read }: Call<A>,
  { status, text, broken, header }: Came,
): Answer<A> | undefined {
  const as = status in answers ? status : isSuccess(status) ? "ok" : undefined;
  const shape = as === undefined ? undefined : answers[as];
  // Text that is shown may be cut: the status has told already what came of the call.
  if (as === undefined || !shape || (broken && read !== "text")) return undefined;
  const body = read === "text" ? { is: text } : readJson(text);
  const parsed = body && shape.safeParse(body.is);
  if (!parsed?.success) return undefined;
  // The key and the body's shape were taken from `answers` together.
  return { as, status, body: parsed.data, header } as Answer<A>;
}

/** The JSON that a text holds, undefined in it for an empty text; undefined for what is no JSON. */
export function readJson(text: string): { is: unknown } | undefined {
  if (text.trim() === "") return { is: undefined };
  try {
    return { is: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
