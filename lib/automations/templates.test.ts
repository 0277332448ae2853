import { expect, test } from "vitest";
import { describeTool, tools } from "@/lib/tools/registry";
import type { Content } from "./content";
import { automationInput } from "./input";
import { beginningOf, mirrorOf, TEMPLATES } from "./templates";

const cards = tools.map((tool) => describeTool(tool, "pl"));
const given: Content = {
  ...{ trigger: "purchase", moment: null, late: "skip", conditions: [], exitRules: [] },
  ...{ sendingWindow: null, tool: "", integrationId: "int_1", action: "", input: {}, labels: {} },
};
/** What gives at purchase: every action that is not one of taking away. */
const giving = cards.flatMap((tool) =>
  Object.entries(tool.actions)
    .filter(([, action]) => !action.takesAway)
    .map(([action, { fields }]) => ({ tool, action, fields: Object.keys(fields) })),
);

test.each(TEMPLATES)("%s begins with something that the form can hold", (template) => {
  const begun = beginningOf(template, cards);
  const rest = {
    productId: "pro_1",
    name: "Nowa",
    tool: begun.tool || "x",
    action: begun.action || "x",
  };
  expect(automationInput.parse({ ...begun, ...rest })).toEqual({ ...begun, ...rest });
});

test.each(giving.filter(({ tool }) => Object.values(tool.actions).some((a) => a.takesAway)))(
  "what $tool.id gives by $action is taken away from the same place",
  ({ tool, action, fields }) => {
    const input = Object.fromEntries(fields.map((name) => [name, `${name} 1`]));
    const mirror = mirrorOf({ ...given, tool: tool.id, action, input, labels: input }, cards);
    expect(mirror).toMatchObject({ trigger: "access_expired", tool: tool.id });
    expect(mirror?.integrationId).toBe("int_1");
    expect(mirror?.exitRules).toEqual([{ when: "access_regained" }]);
    const takes = tool.actions[mirror?.action ?? ""];
    expect(takes?.takesAway).toBe(true);
    expect(Object.keys(mirror?.input ?? {})).toEqual(Object.keys(takes?.fields ?? {}));
  },
);

test("what gives nothing that lasts has no mirror, nor has what takes away", () => {
  for (const { tool, action } of giving.filter(
    ({ tool }) => !Object.values(tool.actions).some((each) => each.takesAway),
  ))
    expect(mirrorOf({ ...given, tool: tool.id, action }, cards)).toBeUndefined();
  const [tool] = cards.filter((card) => Object.values(card.actions).some((a) => a.takesAway));
  const [action = ""] = Object.entries(tool?.actions ?? {}).find(([, a]) => a.takesAway) ?? [];
  expect(mirrorOf({ ...given, tool: tool?.id ?? "", action }, cards)).toBeUndefined();
});
