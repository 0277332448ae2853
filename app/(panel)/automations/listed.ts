import "server-only";
import { getLocale } from "next-intl/server";
import type { ListedAutomation } from "@/components/automations/automation-rows";
import { runFacts } from "@/lib/activity/queries";
import { contentOf } from "@/lib/automations/content";
import type { ExitRule } from "@/lib/automations/exit-rules";
import { listAutomations } from "@/lib/automations/queries";
import { unpaired } from "@/lib/automations/unpaired";
import type { Locale } from "@/lib/i18n/locale";
import { productChoices } from "@/lib/products/queries";
import { describeTool, getTool, tools } from "@/lib/tools/registry";

type Rows = Awaited<ReturnType<typeof listAutomations>>;
export type Listed = ListedAutomation & { product: { id: string; name: string } };

/** The store's automations, or a product's, with what a row says of each. */
export async function listed(storeId: string, productId?: string): Promise<Listed[]> {
  const [locale, rows] = await Promise.all([getLocale(), listAutomations(storeId, { productId })]);
  const ids = rows.map(({ automation }) => automation.id);
  const facts = ids.length > 0 ? await runFacts(storeId, ids) : undefined;
  const names = await exitProducts(storeId, rows);
  const alone = withoutPair(rows, locale);
  const nameOf = (rule: ExitRule) =>
    rule.when === "bought" ? names.get(rule.productId ?? "") : undefined;
  return rows.map(({ automation, version, product, integration }) => {
    const tool = describeTool(getTool(version.tool), locale);
    const { trigger, moment, input, labels, conditions, sendingWindow } = version;
    const exitRules = version.exitRules.map((rule) => ({ ...rule, product: nameOf(rule) }));
    return {
      id: automation.id,
      name: automation.name,
      enabled: automation.enabled,
      neverTaken: alone.has(automation.id),
      product,
      mark: tool.mark,
      toolName: tool.name,
      account: integration ?? undefined,
      told: {
        trigger,
        moment,
        input,
        labels,
        product: product.name,
        tool,
        integration: integration?.name,
        action: tool.actions[version.action],
        extras: { conditions, exitRules, sendingWindow },
      },
      ...facts?.get(automation.id),
    };
  });
}

/** Those that give for good what belongs to an access that ends. */
function withoutPair(rows: Rows, locale: Locale): Set<string> {
  const cards = tools.map((tool) => describeTool(tool, locale));
  const all = rows.map(({ automation: { id, enabled }, version, product }) => ({
    ...{ id, enabled, productId: product.id, content: contentOf(version) },
    ends: product.kind === "subscription" || product.accessDays !== null,
  }));
  return unpaired(all, cards);
}

/** What the products are called whose purchase stops some automation. */
async function exitProducts(storeId: string, rows: Rows): Promise<Map<string, string>> {
  const rules = rows.flatMap(({ version }) => version.exitRules);
  if (!rules.some((rule) => rule.when === "bought" && rule.productId)) return new Map();
  return new Map((await productChoices(storeId)).map(({ id, name }) => [id, name]));
}

/** Under each product its own, in the order they came. */
export function byProduct(rows: readonly Listed[]) {
  const groups = new Map<string, { product: Listed["product"]; automations: Listed[] }>();
  for (const row of rows) {
    const group = groups.get(row.product.id) ?? { product: row.product, automations: [] };
    group.automations.push(row);
    groups.set(row.product.id, group);
  }
  return [...groups.values()];
}
