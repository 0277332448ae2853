import { expect } from "vitest";
import { findMember, listPeople } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import {
  eventsAbout,
  getShopEvent,
  markPlanned,
  noteSubject,
  recordEvent,
} from "@/lib/easycart/queries";
import { NotFoundError } from "@/lib/errors";
import {
  getSigningKey,
  getStore,
  setSigningKey,
  updateEventNames,
  updateStore,
} from "@/lib/stores/queries";
import { wall, wallInTx } from "./wall";

export const storeWalls = [
  wall(findMember, undefined, (ask, id, { user }) => ask(id, user.id)),
  wall(listPeople, [], (ask, id) => ask(id)),

  // The same words under the same key are another store's event.
  wallInTx(recordEvent, expect.objectContaining({ repeats: 0 }), (ask, id, { event }) =>
    ask(id, {
      ...{ key: event.key, name: event.name, raw: event.raw, signature: "unsigned" },
      ...{ occurredAt: now(), receivedAt: now() },
    }),
  ),
  wall(getShopEvent, new NotFoundError(), (ask, id, { event }) => ask(id, event.id)),
  wallInTx(noteSubject, undefined, (ask, id, { event }) =>
    ask(id, event.id, { productId: null, customerId: null }),
  ),
  wallInTx(markPlanned, undefined, (ask, id, { event }) => ask(id, event.id, now())),
  wallInTx(eventsAbout, [], (ask, id, { subject, event }) => ask(id, subject, [event.name])),

  wall(getStore, expect.objectContaining({ hasSigningKey: false }), (ask, id) => ask(id)),
  wall(getSigningKey, null, (ask, id) => ask(id)),
  wall(updateStore, undefined, (ask, id) =>
    ask(id, { name: "Sklep", timeZone: "Europe/Warsaw", locale: "pl" }),
  ),
  wall(updateEventNames, undefined, (ask, id) =>
    ask(id, { cartRecoveryEvent: "cart", qrScannedEvent: "scan" }),
  ),
  wall(setSigningKey, undefined, (ask, id) => ask(id, null)),
];
