import type { Tx } from "../../lib/db";
import { newId } from "../columns";
import { automations, versions } from "../schema/automations";

/** The campaign of that name at the emulated GetResponse, which keeps its ids over restarts. */
export const CAMPAIGN = { id: "tEjTO", name: "Lista Mailingowa" };

type Version = Pick<
  typeof versions.$inferInsert,
  "moment" | "tool" | "integrationId" | "action" | "input" | "labels"
>;

type Place = {
  productId: string;
  userId: string;
  email: string;
  integrations: { getresponse: string; make: string };
};

const TEXT = `Dzień dobry,

{{customer.name|ktoś}} kupił(a) {{product.name}}.

Adres: {{customer.email}}
Zamówienie: {{order.id}}
`;

const versionsAt = ({ integrations, email }: Place): [name: string, version: Version][] => [
  [
    "Nowi kursanci do newslettera",
    {
      moment: null,
      tool: "getresponse",
      integrationId: integrations.getresponse,
      action: "add",
      input: { campaign: CAMPAIGN.id },
      labels: { campaign: CAMPAIGN.name },
    },
  ],
  [
    "Dane do faktury w Make",
    {
      moment: null,
      tool: "webhook",
      integrationId: integrations.make,
      action: "send",
      input: {},
      labels: {},
    },
  ],
  [
    "Wiadomość o zakupie",
    {
      moment: { side: "after", unit: "minutes", value: 10 },
      tool: "notifications",
      integrationId: null,
      action: "send",
      input: { to: email, subject: "{{product.name}}: {{customer.name|nowy klient}}", text: TEXT },
      labels: {},
    },
  ],
];

/** What happens in the demo store when somebody buys the product. */
export async function insertAutomations(tx: Tx, storeId: string, place: Place): Promise<void> {
  const { productId, userId } = place;
  for (const [name, version] of versionsAt(place)) {
    const id = newId("aut");
    await tx.insert(automations).values({ id, storeId, productId, name });
    await tx.insert(versions).values({
      ...version,
      storeId,
      automationId: id,
      number: 1,
      trigger: "purchase",
      createdBy: userId,
    });
  }
}
