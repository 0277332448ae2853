import { z } from "zod";
import { type SampleEvent, type SampleOverrides, sampleEvent } from "../lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "../lib/easycart/sign";
import type { Demo } from "./demo";
import { expect } from "./fixtures";

/** Tells the app what happened in the shop, as EasyCart does. */
export async function tell(
  { signingKey }: Demo,
  address: string,
  event: SampleEvent,
  facts: SampleOverrides,
) {
  const body = JSON.stringify(sampleEvent(event, facts));
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signBody(body, signingKey) },
    body,
  });
  expect(answer.status, await answer.text()).toBe(200);
}

const person = z.object({
  email: z.string().optional(),
  status: z.string().optional(),
  state: z.string().optional(),
});
const held = person.extend({
  name: z.string().nullish(),
  members: z.array(person).optional(),
  contacts: z.array(person).optional(),
});
const stateFile = z.record(z.string(), z.record(z.string(), z.unknown()));

async function partOf({ toolsUrl }: Demo, emulator: string, part: string) {
  const answer = await fetch(`${toolsUrl}/state.json`);
  return stateFile.parse(await answer.json())[emulator]?.[part];
}

type Where = { emulator: string; lists: string; people?: "members" | "contacts" };

/** The list that the tool names last, so that finding it in the panel takes all its pages. */
export async function lastList(demo: Demo, { emulator, lists }: Where): Promise<string> {
  const found = z.array(held).parse(await partOf(demo, emulator, lists));
  return found.at(-1)?.name ?? "";
}

/** How the tool holds a person on a list, in its own word; undefined: not at all. */
export async function standing(
  demo: Demo,
  { emulator, lists, people }: Where,
  list: string,
  email: string,
): Promise<string | undefined> {
  const found = z.array(held).parse(await partOf(demo, emulator, lists));
  const holders = people
    ? found.filter(({ name }) => name === list).flatMap((one) => one[people] ?? [])
    : found;
  const known = holders.find((one) => one.email === email);
  return known && (known.status ?? known.state ?? "there");
}

const delivery = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

export async function deliveriesTo(demo: Demo, url: string) {
  const all = await partOf(demo, "webhooks", "deliveries");
  return z
    .array(delivery)
    .parse(all)
    .filter((one) => one.url === url);
}

const letter = z.object({
  to: z.array(z.object({ address: z.string() })),
  subject: z.string(),
  text: z.string(),
});

export async function lettersTo({ inboxUrl }: Demo, address: string) {
  const answer = await fetch(new URL("/api/email", inboxUrl));
  const letters = z.array(letter).parse(await answer.json());
  return letters.filter(({ to }) => to.some((one) => one.address === address));
}

/** Changes how a tool's emulator behaves. */
export async function control({ toolsUrl }: Demo, emulator: string, change: object) {
  const answer = await fetch(`${toolsUrl}/_control/${emulator}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
  });
  expect(answer.status, await answer.text()).toBe(200);
}
