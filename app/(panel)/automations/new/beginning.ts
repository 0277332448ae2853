import "server-only";
import { found } from "@/app/found";
import { type Content, contentOf } from "@/lib/automations/content";
import { presetExits } from "@/lib/automations/exit-rules";
import type { AutomationInput } from "@/lib/automations/input";
import { getAutomation } from "@/lib/automations/queries";
import { beginningOf, mirrorOf, type Template } from "@/lib/automations/templates";
import type { ToolCard } from "@/lib/tools/card";
import type { Trigger } from "@/lib/triggers/trigger";

export type Asked = { copy?: string; mirror?: string; template?: Template };

/** What a new automation begins with instead of nothing; `name`: of the automation it comes from. */
export type Begun = { kind: "copy" | "mirror" | Template; values: AutomationInput; name: string };

/** Undefined: with nothing, or what was asked for gives nothing that could be mirrored. */
export async function beginningFor(
  storeId: string,
  { copy, mirror, template }: Asked,
  tools: readonly ToolCard[],
  productId: string,
): Promise<Begun | undefined> {
  if (template)
    return {
      ...{ kind: template, name: "" },
      values: { productId, name: "", ...beginningOf(template, tools) },
    };
  const origin = copy ?? mirror;
  if (!origin) return undefined;
  const { automation, version, product } = await found(getAutomation(storeId, origin));
  const { name } = automation;
  const content = copy ? contentOf(version) : mirrorOf(contentOf(version), tools);
  const values = content && { productId: product.id, name: "", ...content };
  return values && { kind: copy ? "copy" : "mirror", values, name };
}

/** Nothing is chosen but when. */
export const blank = (trigger: Trigger): Content => ({
  ...{ trigger, moment: null, late: "skip" },
  ...{ conditions: [], exitRules: presetExits(trigger), sendingWindow: null },
  ...{ tool: "", integrationId: null, action: "", input: {}, labels: {} },
});
