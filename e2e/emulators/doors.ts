import { z } from "zod";
import type { Reply } from "./core/call";
import type { ControlResult } from "./core/control";
import type { LogEntry } from "./core/request-log";
import { pageAnswer } from "./page/files";

/** Tool id → what the tool holds: `requests`, and its lists with their members. */
export type State = Record<string, Record<string, unknown>>;

export type Doors = {
  state: () => State;
  control: (tool: string, change: unknown) => ControlResult;
  reset: () => void;
  log: (tool?: string, limit?: number) => LogEntry[];
};

export const LOG_DEFAULT = 500;

const logQuery = z.object({
  tool: z.string().optional(),
  limit: z.coerce.number().int().positive().default(LOG_DEFAULT),
});

/** The server's own paths: the page, state.json, _log, _control. Undefined where a host is meant. */
export async function ownReply(
  doors: Doors,
  method: string,
  url: URL,
  raw: string,
): Promise<Reply | undefined> {
  const { pathname, searchParams } = url;
  const page = await pageAnswer(pathname);
  if (page) return { kind: "answer", answer: page };
  if (pathname === "/state.json") return answered(200, doors.state());
  if (pathname === "/_log") {
    const query = logQuery.safeParse(Object.fromEntries(searchParams));
    if (!query.success) return answered(400, { error: z.prettifyError(query.error) });
    return answered(200, doors.log(query.data.tool, query.data.limit));
  }
  if (pathname.startsWith("/_control/")) {
    if (method !== "POST") return answered(405, { error: "POST only" });
    return controlled(doors, pathname.slice("/_control/".length), raw);
  }
  const isHost = pathname.split("/")[1]?.includes(".") && pathname !== "/favicon.ico";
  return isHost ? undefined : answered(404, { error: `Nothing is emulated at ${pathname}` });
}

function controlled(doors: Doors, tool: string, raw: string): Reply {
  if (tool === "reset") {
    doors.reset();
    return answered(200, { reset: true });
  }
  try {
    return answered(200, doors.control(tool, raw === "" ? {} : JSON.parse(raw)));
  } catch (error) {
    const text = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return answered(400, { error: text });
  }
}

function answered(status: number, body: unknown): Reply {
  return { kind: "answer", answer: { status, body } };
}
