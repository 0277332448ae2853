import { now } from "@/lib/clock";
import {
  exportedAccesses,
  exportedCustomer,
  exportedEvents,
  exportedRuns,
} from "@/lib/erasure/export-queries";
import {
  emptyAccesses,
  emptyAttempts,
  emptyCustomer,
  emptyDeliveries,
  emptyEvent,
  emptyRuns,
  emptyWords,
  eventsNaming,
  eventsOf,
  isBusy,
  lockCustomer,
  lockRuns,
} from "@/lib/erasure/queries";
import { eventsToEmpty, setKeepMonths } from "@/lib/erasure/retention-queries";
import { NotFoundError } from "@/lib/errors";
import { wall, wallInTx } from "./wall";

const PAGE = { after: "", limit: 9 };
const LONG_AGO = new Date(0);
const NOBODY = { email: "nobody@erased.invalid", name: "Nikt" };

export const erasureWalls = [
  wall(exportedCustomer, new NotFoundError(), (ask, id, { customer }) => ask(id, customer.id)),
  wall(exportedAccesses, [], (ask, id, { customer }) => ask(id, customer.id, PAGE)),
  wall(exportedEvents, [], (ask, id, { customer }) => ask(id, customer.id, PAGE)),
  wall(exportedRuns, [], (ask, id, { customer }) => ask(id, customer.id, PAGE)),

  wallInTx(lockCustomer, undefined, (ask, id, { customer }) => ask(id, customer.id)),
  wallInTx(lockRuns, [], (ask, id, { customer }) => ask(id, customer.id)),
  wallInTx(isBusy, false, (ask, id, { customer, event }) =>
    ask(id, { customerId: customer.id, eventIds: [event.id] }, LONG_AGO),
  ),
  wallInTx(eventsOf, [], (ask, id, { customer }) => ask(id, customer.id)),
  wallInTx(eventsNaming, [], (ask, id, { event }) => ask(id, "cus_nobody", [event.name])),
  wallInTx(emptyEvent, undefined, (ask, id, { event }) =>
    ask(id, event.id, { raw: "{}", nobody: true }, now()),
  ),
  wallInTx(emptyAttempts, undefined, (ask, id, { running, event }) =>
    ask(id, { runIds: [running.id], eventIds: [event.id] }),
  ),
  wallInTx(emptyDeliveries, 0, (ask, id, { event }) =>
    ask(id, { eventIds: [event.id], ended: [event.id] }, now()),
  ),
  wallInTx(emptyRuns, undefined, (ask, id, { customer }) =>
    ask(id, customer.id, { contact: NOBODY, at: now() }),
  ),
  wallInTx(emptyAccesses, { accesses: 0, codes: 0 }, (ask, id, { customer }) =>
    ask(id, customer.id, now()),
  ),
  wallInTx(emptyWords, undefined, (ask, id) => ask(id, ["jan@quoted.test"])),
  wallInTx(emptyCustomer, undefined, (ask, id, { customer }) =>
    ask(id, customer.id, { ...NOBODY, erasedAt: now() }),
  ),
  wallInTx(setKeepMonths, undefined, (ask, id) => ask(id, 12)),
  wallInTx(eventsToEmpty, [], (ask, id) => ask(id, new Date("2100-01-01"), 9)),
];
