import { redirect } from "next/navigation";
import { found } from "@/app/found";
import { requireMember } from "@/lib/auth/session";
import { getIntegration } from "@/lib/integrations/queries";

type Props = { params: Promise<{ integration: string }> };

/** An address to link to: the list, with this integration open to be mended. */
export default async function IntegrationPage({ params }: Props) {
  const { storeId } = await requireMember();
  const { id } = await found(getIntegration(storeId, (await params).integration));
  redirect(`/integrations?edit=${id}`);
}
