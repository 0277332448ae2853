import { expect, test } from "vitest";
import { type ProductForm, productInput } from "./input";

const form: ProductForm = {
  name: " Kurs ",
  kind: "one_off",
  plans: [],
  accessDays: "",
  qrCodes: false,
  easycartId: "",
};

test("empty texts of numbers and ids mean nothing given", () => {
  expect(productInput.parse(form)).toMatchObject({
    name: "Kurs",
    accessDays: null,
    easycartId: null,
  });
});

test("days are a whole number above zero", () => {
  expect(productInput.parse({ ...form, accessDays: " 365 " }).accessDays).toBe(365);
  for (const accessDays of ["0", "-1", "1.5", "rok", "36501"])
    expect(productInput.safeParse({ ...form, accessDays }).success, accessDays).toBe(false);
});

test("two plans of one name are refused at the second", () => {
  const plans = ["Roczny", "Miesięczny", "roczny "].map((name) => ({ id: "", name }));
  const refused = productInput.safeParse({ ...form, kind: "subscription", plans });
  expect(refused.error?.issues).toMatchObject([
    { path: ["plans", 2, "name"], params: { words: "planTwice" } },
  ]);
});
