import { expect } from "vitest";
import { listVersions } from "@/lib/automations/history-queries";
import {
  activeVersions,
  getAutomation,
  getVersion,
  insertAutomation,
  insertVersion,
  listAutomations,
  lockAutomation,
  lockTargets,
  markDeleted,
  savedProducts,
  updateAutomation,
} from "@/lib/automations/queries";
import { sameDeeds, throughTools } from "@/lib/automations/twin-queries";
import { NotFoundError } from "@/lib/errors";
import {
  countOfProduct,
  deleteDraft,
  getProduct,
  insertDraft,
  listProducts,
  planNames,
  productChoices,
  saveProduct,
} from "@/lib/products/queries";
import { REFUSED, wall, wallInTx } from "./wall";

const LAST = "zzz";

export const automationWalls = [
  wallInTx(activeVersions, [], (ask, id, { product }) => ask(id, product.id, ["purchase"])),
  wall(listAutomations, [], (ask, id) => ask(id)),
  wall(listAutomations, [], (ask, id, { product }) => ask(id, { productId: product.id })),
  wall(getAutomation, new NotFoundError(), (ask, id, { automation }) => ask(id, automation.id)),
  wall(listVersions, [], (ask, id, { automation }) => ask(id, automation.id)),
  wall(sameDeeds, [], (ask, id, { version, product }) =>
    ask(id, { productId: product.id, triggers: [version.trigger] }, version),
  ),
  wall(throughTools, [], (ask, id, { version, product }) =>
    ask(id, { productId: product.id, triggers: [version.trigger] }, [version.tool]),
  ),
  wallInTx(lockTargets, {}, (ask, id, { product, integration }) =>
    ask(id, { productId: product.id, integrationId: integration.id }),
  ),
  wallInTx(savedProducts, [], (ask, id, { product }) => ask(id, [product.id])),
  wallInTx(getVersion, new NotFoundError(), (ask, id, { automation }) => ask(id, automation.id, 1)),
  wallInTx(lockAutomation, undefined, (ask, id, { automation }) => ask(id, automation.id)),
  wallInTx(insertAutomation, REFUSED, (ask, id, { product }) =>
    ask(id, { productId: product.id, name: "Automatyzacja" }),
  ),
  wallInTx(insertVersion, REFUSED, (ask, id, { automation }) =>
    ask(id, {
      ...{ automationId: automation.id, number: 2, trigger: "purchase" },
      ...{ tool: "notifications", action: "send", input: {}, labels: {} },
    }),
  ),
  wallInTx(updateAutomation, new NotFoundError(), (ask, id, { automation }) =>
    ask(id, automation.id, { enabled: false }),
  ),
  wallInTx(markDeleted, new NotFoundError(), (ask, id, { automation }) => ask(id, automation.id)),

  wall(listProducts, { rows: [], more: false }, (ask, id) => ask(id)),
  wall(listProducts, { rows: [], more: false }, (ask, id, { product }) =>
    ask(id, { search: product.name, after: LAST }),
  ),
  wall(getProduct, new NotFoundError(), (ask, id, { product }) => ask(id, product.id)),
  wall(countOfProduct, { automations: 0, customers: 0 }, (ask, id, { product }) =>
    ask(id, product.id),
  ),
  wall(productChoices, [], (ask, id) => ask(id)),
  wall(planNames, [], (ask, id) => ask(id)),
  wall(insertDraft, expect.stringMatching(/^pro_/), (ask, id, { product }) =>
    ask(id, { name: product.name, kind: "free" }),
  ),
  wall(saveProduct, new NotFoundError(), (ask, id, { product }) =>
    ask(id, product.id, { ...product, name: "Kurs", plans: [] }),
  ),
  wall(deleteDraft, new NotFoundError(), (ask, id, { draft }) => ask(id, draft.id)),
];
