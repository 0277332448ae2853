import type { Answer } from "../core/call";
import { newUuid } from "../core/ids";

/** status, description, message: as the vendor's registry prints them. */
const ERRORS = {
  1: [500, "Internal error", "Internal error"],
  1000: [
    400,
    "General error of validation process, more details should be in context section",
    "Validation error, see context section for more information",
  ],
  1001: [400, "Resource that is related to given resource cannot be found", "Campaign not found"],
  1002: [400, "Resource state forbids that kind of action", "Cannot add a contact that is blocked"],
  1003: [400, "Parameter has wrong format", "Request body is not valid JSON"],
  1005: [400, "Parameter has empty value", "Required parameter is missing"],
  1006: [400, "Parameter has wrong type", "Parameter has wrong type"],
  1007: [400, "Parameter value has incorrect length", "Parameter value has incorrect length"],
  1008: [
    409,
    "There is another resource with the same value of unique property",
    "Contact already added",
  ],
  1013: [404, "Resource with given ID cannot be found", "Resource not found"],
  1014: [
    401,
    "Problem during authentication process, check headers!",
    "Unable to authenticate request. Check credentials or authentication method details",
  ],
  1015: [429, "Too many requests", "You have reached your calls limit"],
  1016: [403, "Your API has been temporarily blocked", "API temporarily blocked"],
  1017: [403, "Your API has been permanently blocked", "API permanently blocked"],
  1018: [403, "Your IP has been blocked", "IP address blocked"],
  1019: [503, "API is under maintenance", "Service temporarily unavailable"],
  1021: [401, "Authentication problem, check headers!", "Wrong credentials"],
  1023: [403, "You have no permission to this resource", "Forbidden"],
  1024: [404, "Account cannot be found, check X-Domain header", "Account not found"],
  1027: [400, "Contacts limit of the plan has been reached", "Contact limit reached"],
  1028: [400, "Action is restricted", "Adding contacts is restricted"],
  1029: [400, "Account is restricted", "Account restricted"],
} as const satisfies Record<number, readonly [number, string, string]>;

export type Code = keyof typeof ERRORS;

export function error(code: Code, context: object = [], message?: string): Answer {
  const [httpStatus, codeDescription, usual] = ERRORS[code];
  return {
    status: httpStatus,
    body: {
      httpStatus,
      code,
      codeDescription,
      message: message ?? usual,
      moreInfo: `https://apidocs.getresponse.com/en/v3/errors/${code}`,
      context,
      uuid: newUuid(),
    },
  };
}

export function invalid(
  fieldName: string,
  originalValue: unknown,
  errorDescription: string,
): Answer {
  return error(1000, [
    { validationType: "body", fieldName: [fieldName], originalValue, errorDescription },
  ]);
}

/** `documented` faults of the control door: every code by its number. */
export const documented: Record<string, () => Answer> = Object.fromEntries(
  Object.keys(ERRORS).map((code) => [code, () => error(Number(code) as Code)]),
);
