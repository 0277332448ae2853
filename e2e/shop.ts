import { sampleEvent } from "../lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "../lib/easycart/sign";
import { type Demo, expect } from "./fixtures";

/** An address nobody had before. */
export const someone = (name: string) => `${name}.${Date.now()}@example.com`;

/** Somebody buys the demo store's course, as EasyCart tells it. */
export async function buy(
  { easycartUrl, signingKey }: Demo,
  email: string,
  name = "Łucja Śliwińska",
) {
  const body = JSON.stringify(sampleEvent("product_assigned", { email, name, orderId: "500217" }));
  const answer = await fetch(easycartUrl, {
    method: "POST",
    headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signBody(body, signingKey) },
    body,
  });
  expect(answer.status).toBe(200);
}
