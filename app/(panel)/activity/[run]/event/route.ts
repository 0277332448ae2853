import { getReceipt } from "@/lib/activity/receipt-queries";
import { currentMember } from "@/lib/auth/session";
import { NotFoundError } from "@/lib/errors";

interface Context {
  params: Promise<{ run: string }>;
}

/** The run's shop event byte for byte as EasyCart sent it. As plain text: nothing in it may run here. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const member = await currentMember();
  if (!member) return plain("Not signed in", 401);
  try {
    const { event } = await getReceipt(member.storeId, (await params).run);
    return plain(event.raw, 200);
  } catch (error) {
    if (error instanceof NotFoundError) return plain("Not found", 404);
    throw error;
  }
}

function plain(text: string, status: number): Response {
  return new Response(text, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
