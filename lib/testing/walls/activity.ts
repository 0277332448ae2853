import type { FullStore } from "@/drizzle/testing/full-store";
import { accessesOfCustomer, eventsOfCustomer, getCustomer } from "@/lib/activity/customer-queries";
import { listFailedSinceRed } from "@/lib/activity/failed-queries";
import { eventsOfOrder } from "@/lib/activity/order-queries";
import {
  countWaiting,
  latestRuns,
  listRuns,
  nextRuns,
  runFacts,
  runsOfEvents,
} from "@/lib/activity/queries";
import { getReceipt } from "@/lib/activity/receipt-queries";
import { searchStore } from "@/lib/activity/search-queries";
import {
  countByDay,
  countByStatus,
  countWell,
  firstRunAt,
  listCauses,
  storeProgress,
} from "@/lib/activity/start-queries";
import { NotFoundError } from "@/lib/errors";
import { wall } from "./wall";

const LONG_AGO = new Date(0);
const EVER = { from: LONG_AGO, until: new Date("2100-01-01") };
const NO_PAGE = { rows: [] };

export const activityWalls = [
  wall(listRuns, NO_PAGE, (ask, id) => ask(id, {})),
  wall(listRuns, NO_PAGE, (ask, id, { product }) => ask(id, { productId: product.id })),
  wall(listRuns, NO_PAGE, (ask, id, { automation }) => ask(id, { automationId: automation.id })),
  wall(listRuns, NO_PAGE, (ask, id, { customer }) => ask(id, { customerId: customer.id })),
  wall(listRuns, NO_PAGE, (ask, id, { customer }) => ask(id, { customer: customer.email })),
  wall(listRuns, NO_PAGE, (ask, id, { done }) => ask(id, {}, { newer: done })),
  wall(latestRuns, [], (ask, id) => ask(id, {}, 9)),
  wall(listFailedSinceRed, [], (ask, id) => ask(id)),
  wall(nextRuns, [], (ask, id) => ask(id, 9)),
  wall(countWaiting, 0, (ask, id) => ask(id)),
  wall(countWaiting, 0, (ask, id, { automation }) => ask(id, automation.id)),
  wall(
    runFacts,
    ({ automation }: FullStore) => new Map([[automation.id, {}]]),
    (ask, id, { automation }) => ask(id, [automation.id]),
  ),
  wall(getReceipt, new NotFoundError(), (ask, id, { done }) => ask(id, done.id)),
  wall(getCustomer, new NotFoundError(), (ask, id, { customer }) => ask(id, customer.id)),
  wall(eventsOfCustomer, [], (ask, id, { customer }) => ask(id, customer.id)),
  wall(eventsOfOrder, [], (ask, id, { event }) => ask(id, event.order ?? "")),
  wall(runsOfEvents, new Map(), (ask, id, { done }) => ask(id, [done.eventId])),
  wall(accessesOfCustomer, [], (ask, id, { customer }) => ask(id, customer.id)),
  wall(searchStore, { customers: [], automations: [], products: [] }, (ask, id, { customer }) =>
    ask(id, customer.email),
  ),
  wall(countByStatus, {}, (ask, id) => ask(id, EVER)),
  wall(firstRunAt, undefined, (ask, id) => ask(id)),
  wall(countWell, [0], (ask, id) => ask(id, [EVER])),
  wall(countByDay, [], (ask, id) => ask(id, "Europe/Warsaw", EVER)),
  wall(listCauses, [], (ask, id) => ask(id, LONG_AGO)),
  wall(
    storeProgress,
    { product: false, integration: false, automation: false, run: false },
    (ask, id) => ask(id),
  ),
];
