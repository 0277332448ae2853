// @ts-check
import { join, resolve } from "node:path";
import { root } from "../root.mjs";

/**
 * What the environment asks for. A part whose address is configured is not started here.
 * @typedef {object} Settings
 * @property {string} data the folder for everything that must outlive a restart
 * @property {string} host
 * @property {number} port
 * @property {string} appUrl
 * @property {boolean} demo a demo store, the tools' emulators and a local inbox
 * @property {string | undefined} databaseUrl
 * @property {boolean} inngest an Inngest server of somebody's own, or Inngest Cloud
 * @property {string | undefined} smtpUrl
 */

const INNGEST = ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"];

/**
 * Throws naming everything that is wrong or missing, not only the first.
 * @param {Env} given
 * @returns {Settings}
 */
export function readSettings(given) {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const problems = [
    ...numbers(env),
    ...addresses(env),
    ...inngestProblems(env),
    ...secretsProblems(env),
  ];
  if (problems.length > 0) throw new Error(`The configuration is not complete:\n${list(problems)}`);
  const port = Number(env.PORT ?? 3000);
  const appUrl = (env.APP_URL ?? env.NEXTAUTH_URL ?? `http://localhost:${port}`).replace(
    /\/+$/,
    "",
  );
  return {
    data: resolve(env.DATA_DIR ?? join(root, ".data")),
    host: env.HOST ?? "127.0.0.1",
    port,
    appUrl,
    demo: env.DEMO ? env.DEMO === "1" : isLocal(appUrl),
    databaseUrl: env.DATABASE_URL,
    inngest: INNGEST.every((name) => env[name] !== undefined),
    smtpUrl: env.SMTP_URL,
  };
}

/** @param {string[]} lines */
const list = (lines) => lines.map((line) => `  - ${line}`).join("\n");

/** @typedef {Record<string, string | undefined>} Env */

/** @param {Env} env */
function numbers(env) {
  const names = [
    "PORT",
    "ENGINE_PORT",
    "EMULATORS_PORT",
    "INBOX_PORT",
    "INBOX_SMTP_PORT",
    "PG_PORT",
  ];
  const wrong = names.filter((name) => env[name] !== undefined && !isPort(env[name]));
  const problems = wrong.map((name) => `${name} must be a port, 1 to 65535; it is "${env[name]}"`);
  if (env.DEMO !== undefined && !["0", "1"].includes(env.DEMO))
    problems.push("DEMO must be 0 or 1");
  return problems;
}

/** @param {string | undefined} text */
function isPort(text) {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536;
}

/** @param {Env} env */
function addresses(env) {
  /** @type {[string, RegExp, string][]} */
  const kinds = [
    ["DATABASE_URL", /^postgres(ql)?:$/, "postgres://user:password@host:5432/database"],
    ["SMTP_URL", /^smtps?:$/, "smtp://user:password@host:587"],
    ["APP_URL", /^https?:$/, "https://automations.example.com"],
    ["NEXTAUTH_URL", /^https?:$/, "the same as APP_URL"],
    ["INNGEST_BASE_URL", /^https?:$/, "https://inngest.example.com"],
  ];
  const problems = kinds
    .filter(([name, protocol]) => env[name] !== undefined && !protocol.test(protocolOf(env[name])))
    .map(([name, , example]) => `${name} must be an address such as ${example}`);
  if (env.APP_URL && env.NEXTAUTH_URL && originOf(env.APP_URL) !== originOf(env.NEXTAUTH_URL)) {
    problems.push("NEXTAUTH_URL and APP_URL name different addresses; leave NEXTAUTH_URL out");
  }
  return problems;
}

/** @param {Env} env */
function inngestProblems(env) {
  if (env.INNGEST_DEV !== undefined) {
    return ["INNGEST_DEV is not supported; set INNGEST_BASE_URL and both keys instead"];
  }
  const all = [...INNGEST, "INNGEST_BASE_URL"];
  const set = all.filter((name) => env[name] !== undefined);
  const missing = INNGEST.filter((name) => env[name] === undefined);
  if (set.length === 0) return [];
  if (missing.length > 0) {
    return [`${missing.join(" and ")} missing, while ${set.join(" and ")} is set`];
  }
  if (env.INNGEST_BASE_URL === undefined && env.APP_URL === undefined) {
    return [
      "INNGEST_BASE_URL is missing. Without it the keys belong to Inngest Cloud, which must reach " +
        "this app: then set APP_URL to its public address",
    ];
  }
  return [];
}

/** @param {Env} env */
function secretsProblems(env) {
  const problems = [];
  if (env.NEXTAUTH_SECRET !== undefined && env.NEXTAUTH_SECRET.length < 16) {
    problems.push("NEXTAUTH_SECRET must have at least 16 characters");
  }
  const keys = env.SECRETS_KEY?.split(",") ?? [];
  if (keys.some((key) => Buffer.from(key.split(":")[1] ?? "", "base64").length !== 32)) {
    problems.push("SECRETS_KEY must read id:base64-of-32-bytes, several separated by commas");
  }
  return problems;
}

/** @param {string | undefined} text */
function protocolOf(text) {
  return URL.canParse(text ?? "") ? new URL(text ?? "").protocol : "";
}

/** @param {string} text */
function originOf(text) {
  return URL.canParse(text) ? new URL(text).origin : text;
}

/** @param {string} address */
function isLocal(address) {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}
