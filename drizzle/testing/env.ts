import { randomBytes } from "node:crypto";

/** What lib/env.ts asks for, so that a test names only what it is about. A database is set elsewhere. */
const values: Record<string, string> = {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/unit-tests-have-no-database",
  DATABASE_POOL: "4",
  APP_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests",
  SECRETS_KEY: `test:${randomBytes(32).toString("base64")}`,
  INNGEST_EVENT_KEY: "only-for-tests",
  INNGEST_SIGNING_KEY: `signkey-test-${"0".repeat(64)}`,
  INNGEST_BASE_URL: "http://127.0.0.1:1",
};

for (const name of ["SMTP_URL", "TOOLS_ORIGIN", "DEMO", "NEXTAUTH_URL"]) delete process.env[name];
Object.assign(process.env, values);
