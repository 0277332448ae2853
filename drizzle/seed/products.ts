import { now } from "../../lib/clock";
import type { Tx } from "../../lib/db";
import { newEndpoint, newId } from "../columns";
import { plans, products } from "../schema/products";

/** By its EasyCart id the course is found again. */
export const COURSE = "5b1f0a52-6a0c-4f2e-9d5c-3c9a7f0e4b11";

const CATALOGUE = [
  {
    name: "Checklista planu zdjęciowego",
    kind: "free",
    easycartId: "c0a4de7e-7c5f-4a1b-8f6d-0d7f2b9e6a33",
    plans: [],
  },
  {
    name: "Klub Światła",
    kind: "subscription",
    easycartId: "a9d3c7b4-2e8f-4d6a-b1c0-9e5f7a2d8c22",
    plans: ["Miesięczny", "Roczny"],
  },
  {
    name: "Kurs fotografii portretowej od podstaw",
    kind: "one_off",
    easycartId: COURSE,
    accessDays: 365,
    plans: [],
  },
] as const;

/** What the demo store sells. Returns the course. */
export async function insertProducts(tx: Tx, storeId: string) {
  let course = { id: "", endpoint: "" };
  for (const { plans: names, ...product } of CATALOGUE) {
    const made = { id: newId("pro"), endpoint: newEndpoint() };
    await tx.insert(products).values({ ...product, ...made, storeId, savedAt: now() });
    const rows = names.map((name, position) => ({ storeId, productId: made.id, name, position }));
    if (rows.length > 0) await tx.insert(plans).values(rows);
    if (product.easycartId === COURSE) course = made;
  }
  return course;
}
