/** Why a post was not taken, and the status that says so. */
const REFUSALS = {
  unknown_endpoint: [404, "No store or product has this address."],
  method_not_allowed: [405, "Post the event as JSON."],
  too_slow: [408, "The body did not arrive in time."],
  too_large: [413, "The body is larger than 1 MiB."],
  broken_body: [400, "The body ended before it was complete."],
  not_utf8: [400, "The body is not UTF-8."],
  not_json: [400, "The body is not JSON."],
  too_deep: [400, "The JSON is nested more than 32 levels deep."],
  not_object: [400, "The JSON is not an object."],
  signature_missing: [401, "The store expects the header X-Webhook-Signature."],
  signature_wrong: [401, "X-Webhook-Signature does not fit the body."],
  unavailable: [503, "The event could not be stored. Send it again later."],
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A post that is not taken, in the words of the answer. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;

  constructor(readonly code: RefusalCode) {
    const [status, message] = REFUSALS[code];
    super(message);
    this.status = status;
  }
}
