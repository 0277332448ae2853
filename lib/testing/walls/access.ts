import { expect } from "vitest";
import {
  customerByEmail,
  customersByEasycartId,
  followContact,
  hasNewerEvent,
  insertCustomer,
  productsOfCustomer,
  updateCustomer,
} from "@/lib/access/customer-queries";
import { mergeAccess, mergeCustomer } from "@/lib/access/merge-queries";
import {
  insertProduct,
  productByEasycartId,
  productById,
  productByName,
} from "@/lib/access/product-queries";
import {
  accessesOf,
  accessesWithEnd,
  accessOfEvent,
  historyOf,
  insertAccess,
  insertChange,
  storeOf,
  updateAccess,
} from "@/lib/access/queries";
import { now } from "@/lib/clock";
import { NotFoundError } from "@/lib/errors";
import { contextOf } from "@/lib/triggers/queries";
import { REFUSED, wallInTx } from "./wall";

const LONG_AGO = new Date(0);

export const accessWalls = [
  wallInTx(customerByEmail, undefined, (ask, id, { customer }) => ask(id, customer.email)),
  wallInTx(customersByEasycartId, [], (ask, id) => ask(id, "customer 1")),
  // One person may buy in both stores, and is then a customer of each.
  wallInTx(insertCustomer, expect.objectContaining({ name: "Ewa" }), (ask, id, { customer }) =>
    ask(id, { email: customer.email, name: "Ewa" }),
  ),
  wallInTx(updateCustomer, new Error("The customer is gone"), (ask, id, { customer }) =>
    ask(id, customer.id, { name: "Ewa" }),
  ),
  wallInTx(hasNewerEvent, false, (ask, id, { customer }) => ask(id, customer.id, LONG_AGO)),
  wallInTx(mergeCustomer, undefined, (ask, id, { customer, namesake }) =>
    ask(id, customer.id, namesake.id),
  ),
  wallInTx(productsOfCustomer, [], (ask, id, { customer }) => ask(id, customer.id)),
  wallInTx(followContact, undefined, (ask, id, { customer }) => ask(id, customer)),

  wallInTx(productById, undefined, (ask, id, { product }) => ask(id, product.id)),
  wallInTx(productByEasycartId, undefined, (ask, id, { product }) =>
    ask(id, product.easycartId ?? ""),
  ),
  wallInTx(productByName, undefined, (ask, id, { product }) => ask(id, product.name)),
  wallInTx(insertProduct, expect.objectContaining({ name: "Kurs" }), (ask, id, { product }) =>
    ask(id, { easycartId: product.easycartId, name: "Kurs", kind: "free" }),
  ),

  wallInTx(accessOfEvent, undefined, (ask, id, { subject, event }) => ask(id, subject, event.id)),
  wallInTx(storeOf, expect.not.objectContaining({ cartRecoveryEvent: "their_cart" }), (ask, id) =>
    ask(id),
  ),
  wallInTx(accessesOf, [], (ask, id, { subject }) => ask(id, subject)),
  wallInTx(historyOf, [], (ask, id, { subject }) => ask(id, subject)),
  wallInTx(insertAccess, REFUSED, (ask, id, { subject }) =>
    ask(id, { ...subject, source: "order", startedAt: now() }),
  ),
  wallInTx(updateAccess, undefined, (ask, id, { access }) => ask(id, access.id, { plan: "Plan" })),
  wallInTx(insertChange, REFUSED, (ask, id, { access }) =>
    ask(id, { accessId: access.id, what: "bought", at: now() }),
  ),
  wallInTx(mergeAccess, undefined, (ask, id, { access, twin }) => ask(id, access.id, twin.id)),
  wallInTx(accessesWithEnd, [], (ask, id, { product }) => ask(id, product.id)),
  wallInTx(contextOf, new NotFoundError(), (ask, id, { event }) => ask(id, event.id)),
];
