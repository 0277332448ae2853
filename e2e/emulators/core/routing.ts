import type { Answer, Call } from "./call";

/** What a route's handler gets: the request, whose data it may change, and the tool's switches. */
export type Asked<Account, Switches, Params = Record<never, string>> = {
  call: Call;
  params: Params;
  account: Account;
  switches: Switches;
  /** The credential as sent, for tools that tell kinds of keys apart. */
  key: string;
};

type ParamNames<Pattern extends string> = Pattern extends `${infer Head}/${infer Rest}`
  ? ParamNames<Head> | ParamNames<Rest>
  : Pattern extends `:${infer Name}`
    ? Name
    : never;

export type Route<Account, Switches> = {
  method: string;
  segments: string[];
  handle: (asked: Asked<Account, Switches, Record<string, string>>) => Answer;
};

/**
 * `route("GET /lists/:id", ({ params }) => …)` with `params.id` known to be there;
 * `ANY /*` is every method and path.
 */
export function routesOf<Account, Switches>() {
  return function route<Pattern extends string>(
    pattern: Pattern,
    handle: (asked: Asked<Account, Switches, Record<ParamNames<Pattern>, string>>) => Answer,
  ): Route<Account, Switches> {
    const [method = "", path = ""] = pattern.split(" ");
    return { method, segments: path.split("/").filter(Boolean), handle };
  };
}

export type Match<Account, Switches> = {
  route: Route<Account, Switches>;
  params: Record<string, string>;
};

/** The first route whose segments fit; literal segments must be listed before parameters. */
export function matchRoute<Account, Switches>(
  routes: Route<Account, Switches>[],
  method: string,
  path: string,
): Match<Account, Switches> | undefined {
  const asked = path.split("/").filter(Boolean).map(decoded);
  for (const route of routes) {
    if (route.method !== method && route.method !== "ANY") continue;
    const params = paramsOf(route.segments, asked);
    if (params) return { route, params };
  }
  return undefined;
}

/** Methods that do exist on this path, for tools that answer 405. */
export function methodsOn<Account, Switches>(
  routes: Route<Account, Switches>[],
  path: string,
): string[] {
  const asked = path.split("/").filter(Boolean).map(decoded);
  return routes.filter((route) => paramsOf(route.segments, asked)).map((route) => route.method);
}

function paramsOf(pattern: string[], asked: string[]): Record<string, string> | undefined {
  if (pattern[0] === "*") return {};
  if (pattern.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const given = asked[index] ?? "";
    if (expected.startsWith(":")) params[expected.slice(1)] = given;
    else if (expected !== given) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A lone % is not an encoding: the vendors take the segment as written.
    return segment;
  }
}
