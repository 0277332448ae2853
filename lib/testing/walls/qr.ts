import { NotFoundError } from "@/lib/errors";
import {
  codesOfCustomer,
  codesOfProduct,
  insertScan,
  issueCodes,
  lockCode,
  openAccesses,
  scanByKey,
  scansOfCode,
  setScans,
  updateCode,
} from "@/lib/qr/queries";
import { REFUSED, wall, wallInTx } from "./wall";

export const qrWalls = [
  wall(codesOfProduct, { rows: [], more: false }, (ask, id, { product }) =>
    ask(id, product.id, { limit: 9 }),
  ),
  wall(codesOfCustomer, [], (ask, id, { customer }) => ask(id, customer.id)),
  wallInTx(issueCodes, 0, (ask, id, { twin }) => ask(id, [twin.id])),
  wall(openAccesses, [], (ask, id, { product }) => ask(id, product.id, { limit: 9 })),
  wall(setScans, new NotFoundError(), (ask, id, { product }) => ask(id, product.id, 9)),
  wallInTx(lockCode, new NotFoundError(), (ask, id, { code }) => ask(id, code.id)),
  wallInTx(updateCode, undefined, (ask, id, { code }) =>
    ask(id, code.id, { scans: 2, remaining: 3 }),
  ),
  wallInTx(scanByKey, undefined, (ask, id, { code, scan }) => ask(id, code.id, scan.key)),
  wallInTx(insertScan, REFUSED, (ask, id, { scan, user }) =>
    ask(id, {
      ...{ id: `${scan.id}x`, codeId: scan.codeId, key: "second", kind: "added", userId: user.id },
      ...{ change: 1, remaining: 5, number: null, eventId: null, at: scan.at },
    }),
  ),
  wall(scansOfCode, [], (ask, id, { code }) => ask(id, code.id, 9)),
];
