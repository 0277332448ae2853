import { type SampleEvent, sampleEvent } from "../lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "../lib/easycart/sign";
import type { Demo } from "./demo";
import { expect } from "./fixtures";

/** An address nobody had before. */
export const someone = (name: string) => `${name}.${Date.now()}@example.com`;

/** Somebody buys the demo store's course, as EasyCart tells it. */
export const buy = (demo: Demo, email: string, name?: string) =>
  tell(demo, "product_assigned", email, name);

/** Something happens to somebody in the demo store's course, as EasyCart tells it. */
export async function tell(
  { easycartUrl, signingKey }: Demo,
  event: SampleEvent,
  email: string,
  name = "Łucja Śliwińska",
) {
  const body = JSON.stringify(sampleEvent(event, { email, name, orderId: "500217" }));
  const answer = await fetch(easycartUrl, {
    method: "POST",
    headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signBody(body, signingKey) },
    body,
  });
  expect(answer.status).toBe(200);
}
