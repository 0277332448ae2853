import "server-only";
import { findMember, type Member } from "@/lib/auth/queries";

/** Who the signed-in person is in the code's store, whichever of their stores is open; undefined: nobody. */
export async function scannerOf(
  member: Member | undefined,
  storeId: string,
): Promise<Member | undefined> {
  if (!member || member.storeId === storeId) return member;
  return await findMember(storeId, member.userId);
}
