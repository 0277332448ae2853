const WAIT = "wait:";

/** next-auth hands the browser one text about a refused sign-in; this one says how many seconds to wait. */
export const waitCode = (seconds: number) => `${WAIT}${seconds}`;

export function waitOf(code: string): number | undefined {
  return code.startsWith(WAIT) ? Number(code.slice(WAIT.length)) : undefined;
}
