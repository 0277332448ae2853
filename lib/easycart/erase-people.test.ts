import { expect, test } from "vitest";
import { onlyPerson, withoutPeople, withoutPerson } from "./erase-people";
import { parsePayload } from "./payload";
import { sampleEvent } from "./samples";

const ANNA = "anna@example.test";
const OLA = "ola@example.test";
const assignee = { email: OLA, name: "Ola Lis" };
const more = { customer_phone: "600 100 200", invoice_data: { tax_id: "123" }, note: `do ${ANNA}` };

const delegated = JSON.stringify({
  ...sampleEvent("product_assigned", { email: ANNA, name: "Anna Kot", assignee }),
  ...more,
});
const bought = JSON.stringify({
  ...sampleEvent("single_product_bought", { email: ANNA, name: "Anna Kot", productName: "Kurs" }),
  ...more,
});
const erasing = (email: string, about = false) => ({ emails: new Set([email]), about });

test("of an event about one person only facts are left", () => {
  const { raw, nobody } = withoutPerson(bought, erasing(ANNA, true));
  expect(nobody).toBe(true);
  for (const gone of [ANNA, "Anna", "Kot", "600 100 200", "tax_id", "order_uuid"])
    expect(raw).not.toContain(gone);
  expect(parsePayload(JSON.parse(raw))).toMatchObject({
    ...{ name: "single_product_bought", person: {}, currency: "PLN" },
    product: { name: "Kurs" },
  });
});

test("whoever bought for somebody else goes, and the other stays with the order", () => {
  const { raw, nobody } = withoutPerson(delegated, erasing(ANNA));
  expect(nobody).toBe(false);
  for (const gone of [ANNA, "Anna", "600 100 200", "tax_id"]) expect(raw).not.toContain(gone);
  const left = parsePayload(JSON.parse(raw));
  expect(left.person).toMatchObject({ email: OLA, name: "Ola Lis" });
  expect(left.order).toBe(parsePayload(JSON.parse(delegated)).order);
});

test("whoever got it goes, and the buyer stays with what is theirs", () => {
  const { raw, nobody } = withoutPerson(delegated, erasing(OLA, true));
  expect(nobody).toBe(false);
  expect(raw).not.toContain(OLA);
  expect(raw).not.toContain("Lis");
  expect(parsePayload(JSON.parse(raw)).person.email).toBe(ANNA);
  expect(raw).toContain("600 100 200");
});

test("an address in another event's text is masked wherever it stands, and however it is written", () => {
  const other = {
    ...sampleEvent("single_product_bought", { email: OLA }),
    custom: ["Od ANNA@Example.test"],
  };
  const { raw } = withoutPerson(JSON.stringify(other), erasing(ANNA));
  expect(raw.toLowerCase()).not.toContain(ANNA);
  expect(raw).toContain(OLA);
});

test("with time people go and the story of the access stays", () => {
  const raw = withoutPeople(delegated);
  for (const gone of [ANNA, OLA, "Anna", "Lis", "600 100 200"]) expect(raw).not.toContain(gone);
  const [before, after] = [delegated, raw].map((text) => parsePayload(JSON.parse(text)));
  expect(after).toEqual({ ...before, person: {}, buyer: {} });
});

test("who asks for their data is told nothing of the other", () => {
  const olas = onlyPerson(delegated, erasing(OLA, true));
  expect(olas).toContain(OLA);
  expect(olas).not.toContain(ANNA);
  const annas = onlyPerson(delegated, erasing(ANNA));
  expect(annas).toContain(ANNA);
  expect(annas).not.toContain(OLA);
});
