import "server-only";
import { cookies } from "next/headers";
import { TOUR_COOKIE } from "@/components/tour/tour-cookie";

/** Until the person has answered in this browser. */
export async function isTourOffered(userId: string): Promise<boolean> {
  return (await cookies()).get(TOUR_COOKIE)?.value !== userId;
}
