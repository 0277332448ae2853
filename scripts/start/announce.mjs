// @ts-check
import { say } from "../say.mjs";
import { writeWhole } from "./files.mjs";

/**
 * Prints where everything is, and writes the same to demo.json for programs.
 * @param {object} options
 * @param {import("./settings.mjs").Settings} options.settings
 * @param {{ tools: string | undefined, inbox: string | undefined }} options.addresses
 * @param {string} options.file demo.json
 * @param {string} options.seeded what the seed printed: one line of JSON, or nothing without a demo
 */
export function announce({
  settings: { appUrl, data, demo },
  addresses: { tools, inbox },
  seeded,
  file,
}) {
  say("Ready");
  if (!demo) return print([["Automations", appUrl]], data);
  const { email, password, easycartUrl, signingKey, ...more } = JSON.parse(lastLine(seeded));
  const easycart = new URL(easycartUrl, appUrl).href;
  writeWhole(file, {
    url: appUrl,
    email,
    password,
    easycartUrl: easycart,
    signingKey,
    inboxUrl: inbox,
    toolsUrl: tools,
    ...more,
  });
  print(
    [
      ["Automations", appUrl],
      ["Sign in", `${email}  ${password}`],
      ["EasyCart", easycart],
      ["Signing key", signingKey],
      ["Inbox", inbox ?? "your SMTP server"],
      ["Tools", tools ?? ""],
    ],
    data,
  );
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split("\n").at(-1) ?? "";
}

/**
 * @param {[string, string][]} rows
 * @param {string} data
 */
function print(rows, data) {
  const lines = rows.map(([name, value]) => `  ${name.padEnd(12)}  ${value}`);
  console.log(`\n${lines.join("\n")}\n\n  Ctrl-C stops everything. The data stay in ${data}\n`);
}
