import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);
const flag = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => value === "1");

const level = z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info");

/** "id:base64 of 32 bytes", several separated by commas: the first seals, all of them open. */
const secretsKeys = z.string().transform((text, context) =>
  text.split(",").map((part) => {
    const [id = "", encoded = ""] = part.trim().split(":");
    const key = Buffer.from(encoded, "base64");
    if (!id || key.length !== 32)
      context.addIssue({ code: "custom", message: "each key reads id:base64-of-32-bytes" });
    return { id, key };
  }),
);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  PORT: port.default(3000),
  APP_URL: z.url().optional(),
  NEXTAUTH_SECRET: z.string().min(16),
  SECRETS_KEY: secretsKeys,
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  INNGEST_BASE_URL: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("EasyCart <powiadomienia@easycart.invalid>"),
  /** Test and demo only: `https://host/path` is called as `$TOOLS_ORIGIN/host/path`. */
  TOOLS_ORIGIN: z.url().optional(),
  DEMO: flag,
  /** A proxy stands in front, which tells in X-Forwarded-For from where a request came. */
  TRUST_PROXY: flag,
  /**
   * Who runs this installation, separated by commas: they see which tools merchants miss. Nobody can sign
   * up with such an address, since nothing shows that it is theirs; the account comes first.
   */
  OPERATOR_EMAILS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[,\s]+/)
        .filter(Boolean),
    ),
  INBOX_URL: z.url().optional(),
  TOOLS_URL: z.url().optional(),
  LOG_LEVEL: level,
  ENGINE_PORT: port.default(0),
  ENGINE_APP_URL: z.url().optional(),
});

export type Env = z.output<typeof schema>;

let read: Env | undefined;

/** The checked environment. Read at first use, so that a build needs none; throws naming each wrong variable. */
export function env(): Env {
  if (read) return read;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`The environment is not complete.\n${wrong.join("\n")}`);
  }
  read = parsed.data;
  return read;
}

/** Where people and tools reach the app, without a slash at the end. */
export function appUrl(): string {
  const { APP_URL, PORT } = env();
  return (APP_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, "");
}

/** Readable before the rest is checked: a log line must be possible when the environment is wrong. */
export function logLevel(): z.output<typeof level> {
  return level.catch("info").parse(process.env.LOG_LEVEL);
}
