import { randomBytes } from "node:crypto";
import { now } from "../../lib/clock";
import type { Tx } from "../../lib/db";
import { sealCredentials } from "../../lib/integrations/credentials";
import { getTool } from "../../lib/tools/registry";
import { withSigningSecrets } from "../../lib/tools/signing";
import type { FieldValues } from "../../lib/tools/tool";
import { newId } from "../columns";
import { integrations } from "../schema/automations";

type Account = { tool: string; name: string; account: string; credentials: FieldValues };

/** The emulators take any well-formed key. */
const GETRESPONSE: Account = {
  tool: "getresponse",
  name: "Newsletter szkoły",
  account: "Szkoła Online (sklep@poczta.example)",
  credentials: { apiKey: "pokaz0getresponse0klucz0api", plan: "standard" },
};

const webhook = (): Account => ({
  tool: "webhook",
  name: "Make: faktury",
  account: "hook.eu1.make.com",
  credentials: {
    url: `https://hook.eu1.make.com/${randomBytes(16).toString("hex")}`,
    silence: "ask",
  },
});

/** The demo store's accounts, connected. Returns their ids. */
export async function insertIntegrations(tx: Tx, storeId: string) {
  const [getresponse, make] = [
    await insert(tx, storeId, GETRESPONSE),
    await insert(tx, storeId, webhook()),
  ];
  return { getresponse, make };
}

async function insert(tx: Tx, storeId: string, { credentials, ...account }: Account) {
  const id = newId("int");
  const complete = withSigningSecrets(getTool(account.tool).credentials, credentials);
  await tx.insert(integrations).values({
    ...account,
    id,
    storeId,
    sealedCredentials: sealCredentials(storeId, id, complete),
    connection: "connected",
    checkedAt: now(),
  });
  return id;
}
