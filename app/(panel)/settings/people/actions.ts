"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { db } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { UserError } from "@/lib/errors";
import { invitationId, invitationInput, personInput, roleInput } from "@/lib/people/input";
import { invite } from "@/lib/people/invite";
import { deleteInvitation, removeMember, setRole } from "@/lib/people/queries";

const PAGE = "/settings/people";
const OWNER = { owner: true } as const;

export const invitePerson = memberAction(
  "invitePerson",
  invitationInput,
  async (invitation, member) => {
    const invited = await invite(member, invitation);
    revalidatePath(PAGE);
    return invited;
  },
  OWNER,
);

export const withdrawInvitation = memberAction(
  "withdrawInvitation",
  invitationId,
  async ({ invitationId: id }, { storeId, userId }) => {
    await db().transaction(async (tx) => {
      const { email } = await deleteInvitation(tx, storeId, id);
      await recordDeed(tx, storeId, { userId, what: "invitation_withdrawn", name: email });
    });
    revalidatePath(PAGE);
  },
  OWNER,
);

export const changeRole = memberAction(
  "changeRole",
  roleInput,
  async ({ userId, role }, { storeId, userId: by }) => {
    await db().transaction(async (tx) => {
      await setRole(tx, storeId, userId, role);
      await recordDeed(tx, storeId, { userId: by, what: "person_role_set", subject: userId });
    });
    revalidatePath(PAGE);
  },
  OWNER,
);

export const removePerson = memberAction(
  "removePerson",
  personInput,
  async ({ userId }, { storeId, userId: by }) => {
    // Whoever leaves by mistake could not come back by themselves.
    if (userId === by) throw new UserError("notYourself");
    await db().transaction(async (tx) => {
      await removeMember(tx, storeId, userId);
      await recordDeed(tx, storeId, { userId: by, what: "person_removed", subject: userId });
    });
    revalidatePath(PAGE);
  },
  OWNER,
);
