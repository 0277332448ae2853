import { expect } from "vitest";
import { now } from "@/lib/clock";
import { listDeeds, recordDeed } from "@/lib/deeds/queries";
import { NotFoundError } from "@/lib/errors";
import {
  deleteInvitation,
  listInvitations,
  putInvitation,
  removeMember,
  setRole,
} from "@/lib/people/queries";
import { wall, wallInTx } from "./wall";

export const peopleWalls = [
  wall(listInvitations, [], (ask, id) => ask(id)),
  // The same address may be invited by every store.
  wallInTx(putInvitation, { id: expect.any(String) }, (ask, id, { user }) =>
    ask(id, {
      ...{ email: user.email, role: "viewer", tokenHash: `${id} ${user.id}`, expiresAt: now() },
    }),
  ),
  wallInTx(deleteInvitation, new NotFoundError(), (ask, id, { invitation }) =>
    ask(id, invitation.id),
  ),
  wallInTx(setRole, new NotFoundError(), (ask, id, { user }) => ask(id, user.id, "owner")),
  wallInTx(removeMember, new NotFoundError(), (ask, id, { colleague }) => ask(id, colleague.id)),
  wall(listDeeds, { rows: [], more: false }, (ask, id) => ask(id, { limit: 9 })),
  wallInTx(recordDeed, undefined, (ask, id, { user }) =>
    ask(id, { userId: user.id, what: "store_saved" }),
  ),
];
