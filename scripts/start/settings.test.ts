import { expect, test } from "vitest";
import { readSettings } from "./settings.mjs";

const keys = { INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "s" };
const inngest = { ...keys, INNGEST_BASE_URL: "http://127.0.0.1:8288" };

test("nothing set means everything is local, with a demo store", () => {
  expect(readSettings({})).toMatchObject({
    appUrl: "http://localhost:3000",
    host: "127.0.0.1",
    port: 3000,
    demo: true,
    inngest: false,
    databaseUrl: undefined,
    smtpUrl: undefined,
  });
});

test.each([
  ["DATABASE_URL", { DATABASE_URL: "postgres://u:p@db/app" }],
  ["SMTP_URL", { SMTP_URL: "smtp://mail.example.com" }],
  ["Inngest of one's own", inngest],
  ["Inngest Cloud", { ...keys, APP_URL: "https://automations.example.com" }],
  ["an empty variable", { INNGEST_EVENT_KEY: "", DATABASE_URL: "" }],
])("%s alone is whole", (_, env) => {
  expect(() => readSettings(env)).not.toThrow();
});

test.each([
  ["INNGEST_SIGNING_KEY", { INNGEST_EVENT_KEY: "e" }],
  ["INNGEST_EVENT_KEY", { INNGEST_SIGNING_KEY: "s", INNGEST_BASE_URL: "http://127.0.0.1:8288" }],
  ["INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY", { INNGEST_BASE_URL: "http://127.0.0.1:8288" }],
  ["INNGEST_BASE_URL", keys],
  ["INNGEST_DEV", { ...inngest, INNGEST_DEV: "1" }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://db/app" }],
  ["SMTP_URL", { SMTP_URL: "mail.example.com" }],
  ["NEXTAUTH_URL", { NEXTAUTH_URL: "https://a.example.com", APP_URL: "https://b.example.com" }],
  ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: "short" }],
  ["SECRETS_KEY", { SECRETS_KEY: "k1:c2hvcnQ=" }],
  ["PORT", { PORT: "80000" }],
  ["ENGINE_PORT", { ENGINE_PORT: "x" }],
  ["DEMO", { DEMO: "yes" }],
])("names %s when it is missing or wrong", (name, env) => {
  expect(() => readSettings(env)).toThrow(name);
});

test("names everything that is wrong at once", () => {
  const wrong = { INNGEST_EVENT_KEY: "e", SMTP_URL: "x", PORT: "0" };
  expect(() => readSettings(wrong)).toThrow(/PORT.*SMTP_URL.*INNGEST_SIGNING_KEY/s);
});

test("a public address has no demo unless one is asked for", () => {
  const APP_URL = "https://automations.example.com/";
  expect(readSettings({ APP_URL })).toMatchObject({ demo: false, appUrl: APP_URL.slice(0, -1) });
  expect(readSettings({ APP_URL, DEMO: "1" }).demo).toBe(true);
  expect(readSettings({ DEMO: "0" }).demo).toBe(false);
});
