import { after } from "next/server";
import { answerPost, refuse } from "@/lib/easycart/answer";
import { Refusal } from "@/lib/easycart/refusal";
import { announceReceived } from "@/lib/inngest/announce";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ endpoint: string }> },
) {
  const { endpoint } = await params;
  const { response, news } = await answerPost(request, endpoint);
  if (news) after(() => announceReceived(news));
  return response;
}

const notAllowed = () => refuse(new Refusal("method_not_allowed"));

export { notAllowed as DELETE, notAllowed as GET, notAllowed as PATCH, notAllowed as PUT };
