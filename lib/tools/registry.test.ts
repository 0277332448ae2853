import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeTool, findTool, getAction, getTool, tools } from "./registry";

/** The help page's words. */
const CATALOGUE = {
  ActiveCampaign: ["Dodaj klienta do listy", "Usuń klienta z listy"],
  "Circle.so": [
    "Zaproś klienta do społeczności",
    "Usuń klienta z społeczności",
    "Dodaj klienta do grupy przestrzeni",
    "Usuń klienta z grupy przestrzeni",
    "Dodaj klienta do przestrzeni",
    "Usuń klienta z przestrzeni",
  ],
  ConvertKit: ["Dodaj klienta do tagu", "Usuń klienta z tagiem"],
  GetResponse: ["Dodaj klienta do kampanii", "Usuń klienta z kampanii"],
  Mailchimp: ["Dodaj klienta do listy", "Usuń klienta z listy"],
  MailerLite: ["Dodaj klienta do grupy", "Usuń klienta z grupy"],
  "MailerLite Classic": ["Dodaj klienta do grupy", "Usuń klienta z grupy"],
  Sendgrid: ["Dodaj klienta do listy", "Usuń klienta z listy"],
  Webhook: ["Wyślij dane na webhooka"],
  Powiadomienia: ["Utwórz powiadomienie e-mail"],
};

test("offers the help page's tools and actions, by its words", () => {
  const offered = tools.map((tool) => {
    const card = describeTool(tool, "pl");
    return [card.name, Object.values(card.actions).map(({ label }) => label)];
  });
  expect(Object.fromEntries(offered)).toMatchObject(CATALOGUE);
});

test("finds tools and actions by their ids only", () => {
  const [tool] = tools;
  expect(findTool(tool?.id ?? "")).toBe(tool);
  expect(findTool("nothing")).toBeUndefined();
  expect(() => getTool("nothing")).toThrow('no tool "nothing"');
  expect(() => getAction(tool?.id ?? "", "toString")).toThrow('no action "toString"');
});

const FOLDERS = ["app", "components", "drizzle", "e2e", "lib", "scripts"];
/** The registry, the emulators; tests and data made for show name tools as a merchant does. */
const MAY_NAME =
  /^(lib\/tools\/registry\.ts|e2e\/|drizzle\/seed\/|scripts\/(bench|year))|\/testing\/|\.test\.tsx?$/;

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
)
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !MAY_NAME.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

test.each(tools.map(({ id }) => [id]))("no file outside its folder names %s", (id) => {
  const named = new RegExp(`["'\`/]${id}["'\`/]`);
  const elsewhere = sources.filter(({ file }) => !file.startsWith(join("lib/tools", id, "/")));
  expect(elsewhere.length).toBeGreaterThan(50);
  expect(elsewhere.filter(({ text }) => named.test(text)).map(({ file }) => file)).toEqual([]);
});
