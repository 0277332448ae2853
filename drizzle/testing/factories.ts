import { randomBytes } from "node:crypto";
import type { InferInsertModel, InferSelectModel } from "drizzle-orm";
import { now } from "../../lib/clock";
import { db } from "../../lib/db";
import { parsePayload } from "../../lib/easycart/payload";
import { sealCredentials } from "../../lib/integrations/credentials";
import type { FieldValues } from "../../lib/tools/tool";
import { newId } from "../columns";
import { automations, integrations, versions } from "../schema/automations";
import { accesses, customers, shopEvents } from "../schema/events";
import { plans, products } from "../schema/products";
import { runs } from "../schema/runs";
import { memberships, stores, users } from "../schema/stores";

/** Plain inserts for tests. Each test makes its own store, so that all can run side by side. */

type Row<T extends Table> = InferSelectModel<T>;
type Given<T extends Table> = Partial<Omit<InferInsertModel<T>, "storeId">>;
type Table =
  | typeof accesses
  | typeof automations
  | typeof customers
  | typeof integrations
  | typeof products
  | typeof runs
  | typeof shopEvents
  | typeof versions;

/** Something no other test holds. */
const unique = () => randomBytes(6).toString("hex");

function only<R>(rows: R[]): R {
  const [row] = rows;
  if (!row) throw new Error("Nothing was inserted");
  return row;
}

export async function makeStore(given: Partial<InferInsertModel<typeof stores>> = {}) {
  const values = { name: `Sklep ${unique()}`, ...given };
  return only(await db().insert(stores).values(values).returning());
}

/** A person who may work in the store. The password hash opens nothing unless given. */
export async function makeMember(
  storeId: string,
  given: Partial<InferInsertModel<typeof users>> & {
    role?: InferInsertModel<typeof memberships>["role"];
  } = {},
) {
  const { role = "owner", ...user } = given;
  const values = {
    email: `${unique()}@example.test`,
    name: "Anna Nowak",
    passwordHash: "none",
    ...user,
  };
  const member = only(await db().insert(users).values(values).returning());
  await db().insert(memberships).values({ storeId, userId: member.id, role });
  return member;
}

/** A saved one-off product, with plans where named. */
export async function makeProduct(
  storeId: string,
  given: Given<typeof products> & { plans?: readonly string[] } = {},
): Promise<Row<typeof products>> {
  const { plans: names = [], ...product } = given;
  const values = {
    name: `Kurs ${unique()}`,
    kind: "one_off" as const,
    easycartId: crypto.randomUUID(),
    savedAt: now(),
    ...product,
    storeId,
  };
  const made = only(await db().insert(products).values(values).returning());
  const rows = names.map((name, position) => ({ storeId, productId: made.id, name, position }));
  if (rows.length) await db().insert(plans).values(rows);
  return made;
}

export async function makeCustomer(
  storeId: string,
  given: Given<typeof customers> = {},
): Promise<Row<typeof customers>> {
  const values = {
    email: `${unique()}@example.test`,
    name: "Jan Kowalski",
    firstName: "Jan",
    lastName: "Kowalski",
    ...given,
    storeId,
  };
  return only(await db().insert(customers).values(values).returning());
}

/** A connected integration; a webhook unless a tool is given. */
export async function makeIntegration(
  storeId: string,
  given: Given<typeof integrations> & { credentials?: FieldValues } = {},
): Promise<Row<typeof integrations>> {
  const { credentials = {}, id = newId("int"), ...integration } = given;
  const values = {
    tool: "webhook",
    name: `Konto ${unique()}`,
    connection: "connected" as const,
    checkedAt: now(),
    sealedCredentials: sealCredentials(storeId, id, credentials),
    ...integration,
    id,
    storeId,
  };
  return only(await db().insert(integrations).values(values).returning());
}

type GivenVersion = Given<typeof versions>;

/** An automation with its published version: at purchase, a letter from us, unless given otherwise. */
export async function makeAutomation(
  storeId: string,
  given: Omit<Given<typeof automations>, "version"> & {
    productId: string;
    version?: GivenVersion;
  },
): Promise<{ automation: Row<typeof automations>; version: Row<typeof versions> }> {
  const { version, ...automation } = given;
  const values = { name: `Automatyzacja ${unique()}`, ...automation, storeId };
  const made = only(await db().insert(automations).values(values).returning());
  return { automation: made, version: await makeVersion(storeId, made.id, version) };
}

export async function makeVersion(
  storeId: string,
  automationId: string,
  given: GivenVersion = {},
): Promise<Row<typeof versions>> {
  const values = {
    number: 1,
    trigger: "purchase" as const,
    tool: "notifications",
    action: "send",
    input: {},
    labels: {},
    ...given,
    storeId,
    automationId,
  };
  return only(await db().insert(versions).values(values).returning());
}

/** A shop event as stored. `payload` becomes its text. */
export async function makeEvent(
  storeId: string,
  given: Given<typeof shopEvents> & { payload?: unknown } = {},
): Promise<Row<typeof shopEvents>> {
  const { payload, ...event } = given;
  const name = event.name ?? "product_assigned";
  const told = payload ?? { event: name };
  const values = {
    key: unique(),
    name,
    raw: JSON.stringify(told),
    order: parsePayload(told).order,
    signature: "unsigned" as const,
    occurredAt: now(),
    receivedAt: now(),
    ...event,
    storeId,
  };
  return only(await db().insert(shopEvents).values(values).returning());
}

export async function makeAccess(
  storeId: string,
  given: Given<typeof accesses> & { productId: string; customerId: string },
): Promise<Row<typeof accesses>> {
  const values = { source: unique(), startedAt: now(), ...given, storeId };
  return only(await db().insert(accesses).values(values).returning());
}

type RunOf = {
  automation: Row<typeof automations>;
  version: Row<typeof versions>;
  customer: Row<typeof customers>;
  event: Row<typeof shopEvents>;
};

/** A run of that version for that customer, waiting and due now unless given otherwise. */
export async function makeRun(
  storeId: string,
  { automation, version, customer, event }: RunOf,
  given: Given<typeof runs> = {},
): Promise<Row<typeof runs>> {
  const { status = "waiting", dueAt = now() } = given;
  const open = status === "waiting" || status === "running";
  const values = {
    automationId: automation.id,
    versionId: version.id,
    productId: automation.productId,
    customerId: customer.id,
    eventId: event.id,
    integrationId: version.integrationId,
    occurrence: unique(),
    snapshot: {
      store: { id: storeId, name: "Sklep" },
      product: { id: automation.productId, name: "Kurs" },
      automation: { id: automation.id, name: automation.name, version: version.number },
      trigger: version.trigger,
      anchor: now().toISOString(),
      moment: version.moment,
      late: version.late,
      exitRules: version.exitRules,
      sendingWindow: version.sendingWindow,
      contact: { email: customer.email, name: customer.name ?? undefined },
      tool: version.tool,
      action: version.action,
      input: version.input,
      labels: version.labels,
    },
    status,
    dueAt,
    wakeAt: open ? dueAt : null,
    claimedUntil: status === "running" ? now() : null,
    finishedAt: open ? null : now(),
    ...given,
    storeId,
  };
  return only(await db().insert(runs).values(values).returning());
}
