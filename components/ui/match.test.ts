import { describe, expect, it } from "vitest";
import { filterChoices, findMatch } from "./match";

describe("findMatch", () => {
  it("finds letters whatever the case and accents, and says where", () => {
    expect(findMatch("Wszyscy absolwenci", "ABSOL")).toEqual([8, 13]);
    expect(findMatch("Warsztaty w Łodzi", "lodz")).toEqual([12, 16]);
    expect(findMatch("Zażółć gęślą jaźń", "gesla")).toEqual([7, 12]);
    expect(findMatch("Zazolc", "żół")).toEqual([2, 5]);
  });

  it("keeps positions behind letters of two units", () => {
    expect(findMatch("🎓 Absolwenci", "absol")).toEqual([3, 8]);
  });

  it("finds nothing for a blank query", () => {
    expect(findMatch("Absolwenci", "  ")).toBeNull();
    expect(findMatch("Absolwenci", "żółw")).toBeNull();
  });
});

describe("filterChoices", () => {
  const choices = [{ label: "Jesień" }, { label: "Wiosna", note: "lista 2026" }];

  it("looks into label and note", () => {
    expect(filterChoices(choices, "2026")).toEqual([choices[1]]);
    expect(filterChoices(choices, "jesien")).toEqual([choices[0]]);
    expect(filterChoices(choices, "")).toBe(choices);
  });
});
