/** A refusal that the person should read: `key` names its words in messages/<locale>/errors.json. */
export class UserError extends Error {
  override name = "UserError";
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number> = {},
    /** Form field that the refusal belongs to, if it belongs to one. */
    readonly field?: string,
  ) {
    super(key);
  }
}

/** The store has no such thing, or the person may not know of it. Shown as "not found", never as "forbidden". */
export class NotFoundError extends UserError {
  override name = "NotFoundError";
  constructor() {
    super("notFound");
  }
}

/** Input that only its tool could judge: `fields` says in the person's language what is wrong with which. */
export class InvalidInputError extends Error {
  override name = "InvalidInputError";
  constructor(readonly fields: Record<string, string>) {
    super(`Not valid: ${Object.keys(fields).join(", ")}`);
  }
}

/**
 * auth: the credentials no longer work. config: what the merchant chose is gone or not allowed.
 * rate_limited: later. unavailable: the tool is down or did not answer. unknown: it may or may not have happened.
 */
export type Fault = "auth" | "config" | "rate_limited" | "unavailable" | "unknown";

/** A tool said no, or did not answer. `fault` says whether trying again can help, and whose turn it is. */
export class ToolError extends Error {
  override name = "ToolError";
  /** Seconds the tool asked us to wait. */
  readonly retryAfter?: number;
  /** Whether it may have happened unseen: the request left, and no readable answer came back. */
  readonly sent: boolean;
  /** The tool's own words, shown to the merchant as a quotation. */
  readonly words?: string;
  /** Whether the receiver wants no more until the merchant has been there. */
  readonly pause: boolean;

  constructor(
    readonly fault: Fault,
    message: string,
    detail: {
      retryAfter?: number;
      sent?: boolean;
      words?: string;
      pause?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: detail.cause });
    this.retryAfter = detail.retryAfter;
    this.sent = detail.sent ?? true;
    this.words = detail.words;
    this.pause = detail.pause ?? false;
  }
}
