import type { Answer } from "../core/call";
import { newUuid } from "../core/ids";

/** Problem document; its `instance` is the request id of the headers. */
export function problem(
  status: number,
  title: string,
  detail: string,
  errors?: { field: string; message: string }[],
): Answer {
  const instance = newUuid();
  const type = "https://mailchimp.com/developer/marketing/docs/errors/";
  return {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "x-request-id": instance,
    },
    body: { type, title, status, detail, instance, ...(errors && { errors }) },
  };
}

export function notFound(): Answer {
  return problem(404, "Resource Not Found", "The requested resource could not be found.");
}

export function invalid(detail: string, errors?: { field: string; message: string }[]): Answer {
  return problem(400, "Invalid Resource", detail, errors);
}

export function schemaError(field: string, message: string): Answer {
  const detail =
    "The resource submitted could not be validated. For field-specific details, see the 'errors' array.";
  return invalid(detail, [{ field, message }]);
}

export function compliance(email: string): Answer {
  const why = "unsubscribe, bounce, or compliance review";
  const detail = `${email} is in a compliance state due to ${why} and cannot be subscribed.`;
  return problem(400, "Member In Compliance State", detail);
}

export function forgottenEmail(email: string): Answer {
  const detail = `${email} was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.`;
  return problem(400, "Forgotten Email Not Subscribed", detail);
}

export function memberExists(email: string): Answer {
  const detail = `${email} is already a list member. Use PUT to insert or update list members.`;
  return problem(400, "Member Exists", detail);
}

export function notRemovable(): Answer {
  const detail =
    "This list member cannot be removed. Can not archive a contact that is bounced, pending or archived";
  const answer = problem(405, "Method Not Allowed", detail);
  return { ...answer, headers: { ...answer.headers, allow: "GET, PUT" } };
}

export function distrust(kind: "fake" | "busy", email: string): Answer {
  return invalid(
    kind === "fake"
      ? `${email} looks fake or invalid, please enter a real email address.`
      : `${email} has signed up to a lot of lists very recently; we're not allowing more signups for now`,
  );
}

export function wrongKey(reason: "missing" | "wrong"): Answer {
  return reason === "missing"
    ? problem(401, "API Key Missing", "Your request did not include an API key.")
    : problem(
        401,
        "API Key Invalid",
        "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
      );
}

export function throttled(): Answer {
  return problem(
    429,
    "Too Many Requests",
    "You have exceeded the limit of 10 simultaneous connections.",
  );
}

const DISABLED = "This account has been deactivated.";

export const documented: Record<string, () => Answer> = {
  forbidden: () => problem(403, "Forbidden", "You are not permitted to access this resource."),
  "user-disabled": () => problem(403, "User Disabled", DISABLED),
  "wrong-datacenter": () =>
    problem(403, "Wrong Datacenter", "The API key provided is linked to a different datacenter."),
  /** What the edge answers at very high volume: no JSON, though it means "slower". */
  "edge-throttle": () => ({
    status: 403,
    headers: { "content-type": "text/html" },
    body: "<html><head><title>Access Denied</title></head><body>Access Denied</body></html>",
  }),
  internal: () => problem(500, "Internal Server Error", "An unexpected internal error occurred."),
  "compliance-related": () => problem(503, "ComplianceRelated", "This method has been disabled."),
};
