import { currentMember } from "@/lib/auth/session";
import { exportCustomer } from "@/lib/erasure/export";
import { NotFoundError } from "@/lib/errors";

interface Context {
  params: Promise<{ customer: string }>;
}

/** Everything stored of a customer, as a file. Sent page by page, as the browser takes it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const member = await currentMember();
  if (!member) return new Response("Not signed in", { status: 401 });
  if (member.role !== "owner") return new Response("Only an owner", { status: 403 });
  const { customer } = await params;
  try {
    const pieces = await exportCustomer(member, customer);
    return new Response(streamOf(pieces), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${customer}.json"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response("Not found", { status: 404 });
    throw error;
  }
}

/** Asks for the next piece when the last one was taken; whoever goes away ends it. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
