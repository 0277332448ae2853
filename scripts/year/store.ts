import { makeIntegration, makeMember, makeProduct, makeStore } from "@/drizzle/testing/factories";
import type { AutomationInput } from "@/lib/automations/input";
import { publishAutomation } from "@/lib/automations/publish";
import { updateAutomation } from "@/lib/automations/queries";
import { db } from "@/lib/db";
import type { Automation, Edit, Life, Switch } from "./life";

const QUARTER = 15;

type Published = { id: string; version: number; rule: Automation };

/** The store that lives the year, made and changed by what the panel calls. */
export class Store {
  private readonly automations = new Map<string, Published>();

  private constructor(
    readonly id: string,
    readonly endpoint: string,
    private readonly owner: string,
    private readonly integration: string,
    readonly products: Map<string, { id: string; easycartId: string }>,
  ) {}

  static async open(life: Life): Promise<Store> {
    const { id, endpoint } = await makeStore({ timeZone: life.zone });
    const owner = await makeMember(id);
    const secret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
    const credentials = { url: "https://year.example.com/in", secret, silence: "ask" };
    const integration = await makeIntegration(id, { tool: "webhook", credentials });
    const products = new Map<string, { id: string; easycartId: string }>();
    for (const { key, kind, accessDays } of life.products) {
      const made = await makeProduct(id, { name: key, kind, accessDays, easycartId: `ec-${key}` });
      products.set(key, { id: made.id, easycartId: `ec-${key}` });
    }
    const store = new Store(id, endpoint, owner.id, integration.id, products);
    for (const rule of life.automations) await store.publish(rule);
    return store;
  }

  async edit({ automation, moment, late, window }: Edit): Promise<void> {
    const known = this.automations.get(automation);
    if (known) await this.publish({ ...known.rule, moment, late, window });
  }

  async switch({ automation, enabled }: Switch): Promise<void> {
    const known = this.automations.get(automation);
    if (!known) return;
    await updateAutomation(db(), this.id, known.id, {
      enabled,
      ...(enabled && { aheadAfter: "" }), // as the panel does: ends that became known meanwhile
    });
  }

  private async publish(rule: Automation): Promise<void> {
    const known = this.automations.get(rule.key);
    const edited = known && { automationId: known.id, version: known.version };
    const input = this.inputOf(rule);
    const done = await publishAutomation(this.id, this.owner, input, edited);
    this.automations.set(rule.key, { id: done.automationId, version: done.version, rule });
  }

  private inputOf({ key, product, window, exits, ...rule }: Automation): AutomationInput {
    const idOf = (one: string) => this.products.get(one)?.id ?? "";
    return {
      ...rule,
      productId: idOf(product),
      name: key,
      exitRules: exits.map((exit) =>
        exit.when === "bought"
          ? { when: "bought", productId: exit.product && idOf(exit.product) }
          : exit,
      ),
      sendingWindow: window && {
        ...window,
        from: window.from * QUARTER,
        until: window.until * QUARTER,
      },
      tool: "webhook",
      integrationId: this.integration,
      action: "send",
      input: {},
      labels: {},
    };
  }
}
