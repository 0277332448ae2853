import { expect, test } from "vitest";
import { describeTool, tools } from "@/lib/tools/registry";
import type { Content } from "./content";
import { mirrorOf } from "./templates";
import { type Pairable, unpaired } from "./unpaired";

const cards = tools.map((tool) => describeTool(tool, "pl"));
const [card] = cards.filter((tool) => Object.values(tool.actions).some((each) => each.takesAway));
const [action = "", { fields } = { fields: {} }] =
  Object.entries(card?.actions ?? {}).find(([, each]) => !each.takesAway) ?? [];
const input = Object.fromEntries(Object.keys(fields).map((name) => [name, "1"]));

const gives: Content = {
  ...{ trigger: "purchase", moment: null, late: "skip", conditions: [], exitRules: [] },
  ...{ sendingWindow: null, tool: card?.id ?? "", integrationId: "int_1", action, input },
  labels: {},
};
const takes = mirrorOf(gives, cards);
if (!takes) throw new Error("Nothing takes it away");

const giving: Pairable = { id: "gives", enabled: true, productId: "p", ends: true, content: gives };
const taking: Pairable = { ...giving, id: "takes", content: takes };
const alone = (...all: Pairable[]) => [...unpaired(all, cards)];

test("what is given and never taken away is found", () => {
  expect(alone(giving)).toEqual(["gives"]);
  expect(alone({ ...giving, enabled: false })).toEqual([]);
});

test("where accesses never end there is nothing to take away", () => {
  expect(alone({ ...giving, ends: false })).toEqual([]);
});

test("whatever takes it away makes a pair, at either end of a subscription", () => {
  expect(alone(giving, taking)).toEqual([]);
  const ended = { ...takes, trigger: "subscription_ended" } as const;
  expect(alone(giving, { ...taking, content: ended })).toEqual([]);
});

test.each<[string, Partial<Pairable>]>([
  ["is switched off", { enabled: false }],
  ["is of another product", { productId: "another" }],
  ["takes from another account", { content: { ...takes, integrationId: "int_2" } }],
  ["takes from another list", { content: { ...takes, input: { ...takes.input, other: "2" } } }],
  [
    "leaves some",
    { content: { ...takes, conditions: [{ fact: "plan", is: "equal", value: "x" }] } },
  ],
  ["takes before anything ends", { content: { ...takes, trigger: "purchase" as const } }],
])("what %s makes no pair", (_, change) => {
  expect(alone(giving, { ...taking, ...change })).toEqual(["gives"]);
});
