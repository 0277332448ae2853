"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { findMember } from "@/lib/auth/queries";
import { noted } from "@/lib/deeds/noted";
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
    await noted(
      storeId,
      ({ email }: { email: string }) => ({ userId, what: "invitation_withdrawn", name: email }),
      (tx) => deleteInvitation(tx, storeId, id),
    );
    revalidatePath(PAGE);
  },
  OWNER,
);

export const changeRole = memberAction(
  "changeRole",
  roleInput,
  async ({ userId, role }, { storeId, userId: by }) => {
    await noted(storeId, await deedOf("person_role_set", storeId, userId, by), (tx) =>
      setRole(tx, storeId, userId, role),
    );
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
    await noted(storeId, await deedOf("person_removed", storeId, userId, by), (tx) =>
      removeMember(tx, storeId, userId),
    );
    revalidatePath(PAGE);
  },
  OWNER,
);

/** Names the person as they are called now: who is gone is looked up in vain. */
async function deedOf(
  what: "person_role_set" | "person_removed",
  storeId: string,
  subject: string,
  userId: string,
) {
  return { userId, what, subject, name: (await findMember(storeId, subject))?.name };
}
