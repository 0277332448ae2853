import { count, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { seed as seedGetresponse } from "../../e2e/emulators/getresponse/account";
import { passwordFits } from "../../lib/auth/password";
import { closeDb, db } from "../../lib/db";
import { openCredentials } from "../../lib/integrations/credentials";
import { getAction, getTool } from "../../lib/tools/registry";
import { schemaOf } from "../../lib/tools/schema";
import { integrations, versions } from "../schema/automations";
import { products } from "../schema/products";
import { stores, users } from "../schema/stores";
import { CAMPAIGN } from "./automations";
import { seedDemo } from "./demo";

afterAll(closeDb);

test("the demo store is made once, complete and valid", async () => {
  const demo = await seedDemo();
  expect(await seedDemo()).toEqual(demo);
  expect(await db().select({ count: count() }).from(stores)).toEqual([{ count: 1 }]);

  const [owner] = await db().select().from(users).where(eq(users.email, demo.email));
  expect(await passwordFits(demo.password, owner?.passwordHash)).toBe(true);
  const endpoint = demo.easycartUrl.replace("/api/easycart/", "");
  const [course] = await db().select().from(products).where(eq(products.endpoint, endpoint));
  expect(course).toMatchObject({ name: "Kurs fotografii portretowej od podstaw" });

  const rows = await db().select().from(versions);
  expect(rows.map(({ trigger }) => trigger)).toEqual(["purchase", "purchase", "purchase"]);
  for (const { tool, action, input } of rows)
    expect(schemaOf(getAction(tool, action).fields, "pl").safeParse(input).error).toBeUndefined();
  for (const { storeId, id, tool, sealedCredentials } of await db().select().from(integrations)) {
    const credentials = openCredentials(storeId, id, sealedCredentials);
    const checked = schemaOf(getTool(tool).credentials, "pl").safeParse(credentials);
    expect(checked.error).toBeUndefined();
  }
});

test("its campaign is there at the emulated GetResponse", () => {
  const campaign = seedGetresponse("main").campaigns.find(({ name }) => name === CAMPAIGN.name);
  expect(campaign?.campaignId).toBe(CAMPAIGN.id);
});
