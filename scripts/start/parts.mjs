// @ts-check
import { join } from "node:path";
import { withoutNpm } from "../install.mjs";
import { program, typescript } from "../run.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {import("./ports.mjs").Ports} Ports */
/** @typedef {{ name: string, args: string[], env: NodeJS.ProcessEnv, host: string, port: number }} Part */

const LOCAL = "127.0.0.1";
/** In MB. What a request leaves behind dies young here: with the default, 16, an eighth of a busy server's time goes to it. */
const YOUNG_SPACE = "--max-semi-space-size=64";
/** More would slow the inbox's own start: it reads every mail that it kept. */
const MAILS_KEPT = "1000";

/** @param {number} port */
const local = (port) => `http://${LOCAL}:${port}`;

/**
 * Where a person or a program finds the local parts; undefined for those that are not started.
 * @param {Settings} settings
 * @param {Ports} ports
 */
export function localAddresses({ demo, smtpUrl }, ports) {
  return {
    tools: demo ? local(ports.emulators) : undefined,
    inbox: demo && !smtpUrl ? local(ports.inbox) : undefined,
  };
}

/**
 * The environment of everything that is ours: what was configured, and for the rest the local parts.
 * @param {NodeJS.ProcessEnv} given
 * @param {Settings} settings
 * @param {Ports} ports
 * @param {Record<string, string>} secrets
 * @returns {NodeJS.ProcessEnv}
 */
export function appEnvironment(given, settings, ports, secrets) {
  const { tools, inbox } = localAddresses(settings, ports);
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...withoutNpm(given), // Inngest's SDK reads the whole environment several times a call
    ...secrets,
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR: settings.data,
    HOST: settings.host,
    PORT: String(settings.port),
    APP_URL: settings.appUrl,
    AUTH_TRUST_HOST: "1",
    DEMO: settings.demo ? "1" : "0",
    OPERATOR_EMAILS: given.OPERATOR_EMAILS ?? (settings.demo ? "demo@easycart.test" : ""),
    INNGEST_BASE_URL: settings.inngest ? given.INNGEST_BASE_URL : local(ports.engine),
    SMTP_URL: settings.smtpUrl ?? (inbox && `smtp://${LOCAL}:${ports.inboxSmtp}`),
    TOOLS_ORIGIN: tools,
    TOOLS_URL: tools,
    INBOX_URL: inbox,
  };
  // An empty variable means "not set", to us and to everything that we start.
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value));
}

/**
 * @param {Settings} settings
 * @param {Ports} ports
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} dev
 */
export function programs(settings, ports, env, dev) {
  const reachable = settings.host === "0.0.0.0" || settings.host === "::" ? LOCAL : settings.host;
  const app = { ...env, NODE_ENV: dev ? "development" : "production" };
  const { data } = settings;
  return {
    web: {
      name: "web",
      args: [
        YOUNG_SPACE,
        program("next/dist/bin/next"),
        dev ? "dev" : "start",
        ...["-H", settings.host, "-p", String(settings.port)],
      ],
      env: app,
      host: reachable,
      port: settings.port,
    },
    engine: {
      name: "engine",
      args: [YOUNG_SPACE, ...typescript, ...(dev ? ["--watch"] : []), "lib/engine/main.ts"],
      env: {
        ...app,
        ENGINE_PORT: String(ports.engine),
        ENGINE_APP_URL: `http://${reachable}:${settings.port}/api/inngest`,
      },
      host: LOCAL,
      port: ports.engine,
    },
    emulators: {
      name: "emulators",
      args: ["--import", "tsx", "e2e/emulators/main.ts"],
      env: {
        ...app,
        EMULATORS_PORT: String(ports.emulators),
        EMULATORS_DATA: join(data, "emulators"),
      },
      host: LOCAL,
      port: ports.emulators,
    },
    inbox: {
      name: "inbox",
      args: [
        program("maildev/dist/bin/maildev.js"),
        ...["--ip", LOCAL, "--smtp", String(ports.inboxSmtp)],
        ...["--web-ip", LOCAL, "--web", String(ports.inbox)],
        ...["--mail-directory", join(data, "inbox"), "--max-emails", MAILS_KEPT],
      ],
      env: app,
      host: LOCAL,
      port: ports.inbox,
    },
  };
}
