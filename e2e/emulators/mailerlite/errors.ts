import type { Answer } from "../core/call";

/** The framework prints its "not found" with an indent. */
export function noResult(model: "Group" | "Subscriber", id?: string): Answer {
  const which = id === undefined ? "." : ` ${id}`;
  const message = `No query results for model [App\\Models\\${model}\\${model}]${which}`;
  return {
    status: 404,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message }, null, 4),
  };
}

export function invalid(field: string, problem: string, more: object = {}): Answer {
  const errors = { [field]: [problem] };
  return { status: 422, body: { message: "The given data was invalid.", errors, ...more } };
}

/** Whoever does not say he reads JSON is taken for a browser. */
export function unauthenticated(accept: string | undefined): Answer {
  if (accept?.includes("json")) return { status: 401, body: { message: "Unauthenticated." } };
  const location = "https://dashboard.mailerlite.com/login";
  const body = `<!DOCTYPE html><html><body>Redirecting to ${location}</body></html>`;
  return { status: 302, headers: { location, "content-type": "text/html" }, body };
}
