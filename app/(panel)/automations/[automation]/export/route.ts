import { requireMember } from "@/lib/auth/session";
import { contentOf } from "@/lib/automations/content";
import { toPortable } from "@/lib/automations/portable";
import { getAutomation } from "@/lib/automations/queries";
import { NotFoundError } from "@/lib/errors";
import { productChoices } from "@/lib/products/queries";

/** The automation as a file, without anything secret. */
export async function GET(_: Request, { params }: { params: Promise<{ automation: string }> }) {
  const { storeId } = await requireMember();
  try {
    const [{ automation, version, integration }, products] = await Promise.all([
      getAutomation(storeId, (await params).automation),
      productChoices(storeId),
    ]);
    const account = integration?.name ?? null;
    const file = toPortable(automation.name, contentOf(version), { account, products });
    const headers = { "content-disposition": `attachment; filename="${automation.id}.json"` };
    return Response.json(file, { headers });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
