import { z } from "zod";
import type { ToolCard } from "@/lib/tools/card";
import { TRIGGERS } from "@/lib/triggers/trigger";
import type { Content } from "./content";
import { conditions, sendingWindow } from "./extras-input";
import { moment } from "./input";
import { LATE_CHOICES } from "./moment";

const FORMAT = "easycart-automation";
const text = z.string().max(20_000);

/** An automation as a file: nothing secret, and whatever belongs to one store by its name. */
export const portable = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  automation: z.object({
    name: z.string().trim().min(1).max(120),
    trigger: z.enum(TRIGGERS),
    moment: moment.nullable(),
    late: z.enum(LATE_CHOICES),
    conditions,
    exitRules: z
      .array(
        z.discriminatedUnion("when", [
          z.object({ when: z.literal("bought"), product: text.nullable() }),
          z.object({ when: z.literal("access_regained") }),
          z.object({ when: z.literal("resubscribed") }),
        ]),
      )
      .max(10),
    sendingWindow: sendingWindow.nullable(),
    tool: text,
    account: text.nullable(),
    action: text,
    input: z.record(z.string().max(64), text),
    labels: z.record(z.string().max(64), text),
  }),
});

export type Portable = z.output<typeof portable>;

type Named = { id: string; name: string };

export function toPortable(
  name: string,
  content: Content,
  { account, products }: { account: string | null; products: readonly Named[] },
): Portable {
  const { integrationId: _, exitRules, ...rest } = content;
  const nameOf = (id: string | null) => products.find((each) => each.id === id)?.name ?? null;
  return {
    format: FORMAT,
    version: 1,
    automation: {
      ...{ name, ...rest, account },
      exitRules: exitRules.map((rule) =>
        rule.when === "bought" ? { when: rule.when, product: nameOf(rule.productId) } : rule,
      ),
    },
  };
}

/** What a file names and this store lacks. */
export type Missing = { what: "tool" | "account" | "product"; name: string };

/** The file's automation among this store's accounts and products; what is missing stays open. */
export function fromPortable(
  { automation }: Portable,
  store: {
    tools: readonly ToolCard[];
    accounts: readonly (Named & { tool: string })[];
    products: readonly Named[];
  },
): { name: string; content: Content; missing: Missing[] } {
  const { account, exitRules, name, ...rest } = automation;
  const missing: Missing[] = [];
  const tool = store.tools.find(({ id }) => id === rest.tool);
  if (!tool) missing.push({ what: "tool", name: rest.tool });
  const known = store.accounts.find((each) => each.tool === rest.tool && each.name === account);
  if (tool?.needsAccount && !known) missing.push({ what: "account", name: account ?? tool.name });
  const rules: Content["exitRules"] = exitRules.flatMap((rule): Content["exitRules"] => {
    if (rule.when !== "bought") return [rule];
    if (rule.product === null) return [{ when: "bought", productId: null }];
    const product = store.products.find((each) => each.name === rule.product);
    if (!product) missing.push({ what: "product", name: rule.product });
    return product ? [{ when: "bought", productId: product.id }] : [];
  });
  const open = tool ? {} : { tool: "", action: "", input: {}, labels: {} };
  const content = { ...rest, ...open, exitRules: rules, integrationId: known?.id ?? null };
  return { name, content, missing };
}
