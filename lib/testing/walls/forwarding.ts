import { now } from "@/lib/clock";
import { NotFoundError } from "@/lib/errors";
import {
  beginAttempt,
  cargoOf,
  endAttempt,
  insertDelivery,
  lockDelivery,
  updateDelivery,
} from "@/lib/forwarding/delivery-queries";
import { getDelivery, listDeliveries } from "@/lib/forwarding/log-queries";
import {
  addressFor,
  ownAddress,
  productNamed,
  removeAddress,
  setAddress,
} from "@/lib/forwarding/queries";
import { REFUSED, wall, wallInTx } from "./wall";

export const forwardingWalls = [
  wallInTx(productNamed, null, (ask, id, { product }) =>
    ask(id, { id: product.easycartId ?? undefined }),
  ),
  wallInTx(productNamed, null, (ask, id, { product }) => ask(id, { name: product.name })),
  wall(ownAddress, undefined, (ask, id, { product }) => ask(id, product.id)),
  wall(setAddress, REFUSED, (ask, id, { product }) =>
    ask(id, { productId: product.id, url: "https://other.test" }),
  ),
  wall(removeAddress, undefined, (ask, id, { product }) => ask(id, product.id)),
  wallInTx(insertDelivery, REFUSED, (ask, id, { unforwarded, address }) =>
    ask(id, {
      ...{ eventId: unforwarded.id, addressId: address.id },
      ...{ wakeAt: now(), createdAt: now() },
    }),
  ),
  wallInTx(lockDelivery, undefined, (ask, id, { delivery }) => ask(id, delivery.id)),
  wallInTx(updateDelivery, undefined, (ask, id, { delivery }) =>
    ask(id, delivery.id, { tries: 5 }),
  ),
  wall(cargoOf, undefined, (ask, id, { delivery }) => ask(id, delivery.id)),
  wallInTx(beginAttempt, REFUSED, (ask, id, { delivery }) =>
    ask(id, { deliveryId: delivery.id, number: 2, startedAt: now() }),
  ),
  wallInTx(endAttempt, undefined, (ask, id, { delivery }) =>
    ask(id, { deliveryId: delivery.id, number: 1 }, { outcome: "done", finishedAt: now() }),
  ),
  wall(getDelivery, new NotFoundError(), (ask, id, { delivery }) => ask(id, delivery.id)),
  wall(listDeliveries, { rows: [], more: false }, (ask, id) => ask(id, { limit: 9 })),
  wall(listDeliveries, { rows: [], more: false }, (ask, id, { product }) =>
    ask(id, { productId: product.id, limit: 9 }),
  ),
  // Whoever has no address of their own for a product is told the one of their store, never another's.
  wallInTx(addressFor, undefined, (ask, id, { product }) => ask(id, product.id)),
];
