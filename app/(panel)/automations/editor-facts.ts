import "server-only";
import { getLocale } from "next-intl/server";
import type { EditorActions, EditorFacts } from "@/components/automations/editor-context";
import type { Member } from "@/lib/auth/queries";
import { templateVariables } from "@/lib/automations/template";
import { now } from "@/lib/clock";
import { listIntegrations } from "@/lib/integrations/usage-queries";
import { planNames, productChoices } from "@/lib/products/queries";
import { describeTool, tools } from "@/lib/tools/registry";
import { findTwinsOf, loadFieldChoices, publish } from "./actions";
import { rehearse } from "./rehearse-action";
import { pageTouched, previewTouched } from "./touched-actions";

/** All that the editor chooses from. */
export async function editorFacts({
  storeId,
  role,
  store,
}: Member): Promise<EditorFacts & EditorActions> {
  const [locale, products, plans, integrations] = await Promise.all([
    getLocale(),
    productChoices(storeId),
    planNames(storeId),
    listIntegrations(storeId),
  ]);
  return {
    tools: tools.map((tool) => describeTool(tool, locale)),
    products: products.map(({ id, name }) => ({
      id,
      name,
      plans: plans.filter(({ productId }) => productId === id).map((plan) => plan.name),
    })),
    accounts: integrations.map(({ id, tool, name, connection, checkedAt }) => ({
      id,
      tool,
      name,
      connection,
      checkedAt,
    })),
    variables: templateVariables.map(({ name, label }) => ({ name, label: label[locale] })),
    mayPublish: role !== "viewer",
    zone: store.timeZone,
    now: now(),
    publish,
    loadChoices: loadFieldChoices,
    findTwins: findTwinsOf,
    previewTouched,
    pageTouched,
    rehearse,
  };
}
