import { after } from "next/server";
import { answerPost, refuse } from "@/lib/easycart/answer";
import { Refusal } from "@/lib/easycart/refusal";
import { announceEvent } from "@/lib/inngest/announce";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ endpoint: string }> },
) {
  const { endpoint } = await params;
  const { response, newEventId } = await answerPost(request, endpoint);
  if (newEventId) after(() => announceEvent(newEventId));
  return response;
}

const notAllowed = () => refuse(new Refusal("method_not_allowed"));

export { notAllowed as DELETE, notAllowed as GET, notAllowed as PATCH, notAllowed as PUT };
