import { z } from "zod";

/** Requests: larger ones are cut off unread. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;
const MAX_EVENTS = 5000;
/** 1980 to 2100: outside it a sender's clock or unit is wrong. */
const MIN_TS = Date.UTC(1980, 0, 1);
const MAX_TS = Date.UTC(2100, 0, 1);

const object = z.record(z.string(), z.unknown());

const event = z.object({
  name: z
    .string()
    .min(1)
    .max(256)
    .refine((name) => !name.startsWith("inngest/"), "names beginning with inngest/ are reserved")
    .refine((name) => !/\p{Cc}/u.test(name), "a name must not hold control characters"),
  data: object.nullish().transform((data) => data ?? {}),
  user: object.nullish().transform((user) => user ?? {}),
  id: z.string().max(1024).nullish(),
  ts: z
    .number()
    .int()
    .nullish()
    .transform((ts) => ts || undefined)
    .refine((ts) => ts === undefined || (ts >= MIN_TS && ts <= MAX_TS), "ts is out of range"),
  v: z.string().max(64).nullish(),
});

export type IncomingEvent = z.output<typeof event>;

/** The body of POST /e/:key: one event or several. */
export const incomingEvents = z
  .union([z.array(event).max(MAX_EVENTS), event.transform((one) => [one])])
  .describe("events");

const period = z.string();
const concurrency = z.strictObject({
  limit: z.number().int().nonnegative(),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

/**
 * A function as the SDK describes it. Features that are refused are named, so that the refusal can name them; an
 * unknown one fails here.
 */
export const functionConfig = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().optional(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string().max(256), expression: z.string().optional() }),
      z.strictObject({ cron: z.string(), jitter: z.string().optional() }),
    ]),
  ),
  steps: z.strictObject({
    step: z.object({
      runtime: z.object({ type: z.string(), url: z.string() }),
      retries: z.object({ attempts: z.number().int().min(0).max(20).optional() }).optional(),
    }),
  }),
  idempotency: z.string().optional(),
  throttle: z
    .strictObject({
      limit: z.number().int().positive(),
      period,
      burst: z.number().int().nonnegative().optional(),
      key: z.string().optional(),
    })
    .optional(),
  concurrency: z.union([z.number(), concurrency, z.array(concurrency).max(2)]).optional(),
  cancel: z
    .array(
      z.strictObject({
        event: z.string().max(256),
        if: z.string().optional(),
        timeout: z.string().optional(),
      }),
    )
    .max(5)
    .optional(),
  batchEvents: z.unknown().optional(),
  debounce: z.unknown().optional(),
  priority: z.unknown().optional(),
  rateLimit: z.unknown().optional(),
  singleton: z.unknown().optional(),
  timeouts: z.unknown().optional(),
});

export type FunctionConfig = z.output<typeof functionConfig>;

/** What the app answers to an in-band sync. Functions are read one by one, so that one wrong can be named. */
export const syncAnswer = z.object({
  app_id: z.string().min(1),
  sdk: z.string().regex(/^js:v4\./, "only version 4 of the SDK is supported"),
  functions: z.array(z.looseObject({ id: z.string() })),
});

/** A name and message as the SDK writes an error; other members are dropped, as Inngest's server does. */
export const stepError = z
  .object({
    name: z.string().catch("Error"),
    message: z.string().optional(),
    error: z.string().optional(),
    stack: z.string().optional().catch(undefined),
    cause: z.unknown().optional(),
  })
  .catch({ name: "Error", message: "Unknown error", cause: undefined })
  .transform(({ name, message, error, stack, cause }) => ({
    name,
    message: message ?? error ?? "Unknown error",
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined ? {} : { cause }),
  }));

export type StepError = z.output<typeof stepError>;

/** What the app asks for, or has done, in one answer. */
export const operations = z.preprocess(
  (body) => (Array.isArray(body) ? body : [body]),
  z.array(
    z.object({
      id: z.string().min(1).max(256),
      op: z.string(),
      name: z.string().nullish(),
      displayName: z.string().nullish(),
      opts: z
        .object({ duration: z.string().optional(), parallelMode: z.string().optional() })
        .nullish(),
      data: z.unknown().optional(),
      error: z.unknown().optional(),
    }),
  ),
);

export type Operation = z.output<typeof operations>[number];
