import { describe, expect, it } from "vitest";
import { formatDuration, formatMoney, formatNumber, initials } from "./format";

/** Breaking spaces would be a fault here, so the tests show them apart: "_" never breaks. */
const seen = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, "_");

describe("numbers", () => {
  it("group from four digits, with spaces that don't break", () => {
    expect(seen(formatNumber(1214, "pl"))).toBe("1_214");
    expect(formatNumber(1214, "en")).toBe("1,214");
    expect(formatNumber(0.6, "pl", 1)).toBe("0,6");
  });
});

describe("money", () => {
  it("counts from the smallest coin", () => {
    expect(seen(formatMoney(29_700, "PLN", "pl"))).toBe("297,00_zł");
    expect(seen(formatMoney(129_700, "PLN", "pl"))).toBe("1_297,00_zł");
    expect(seen(formatMoney(1500, "JPY", "en"))).toBe("¥1,500");
  });
});

describe("durations", () => {
  it.each([
    [0, "0_ms"],
    [42, "42_ms"],
    [640, "0,6_s"],
    [9_949, "9,9_s"],
    [47_300, "47_s"],
    [60_000, "1_min"],
    [125_000, "2_min 5_s"],
    [12_000_000, "3_h 20_min"],
    [86_400_000, "1_dzień"],
    [14 * 86_400_000, "14_dni"],
  ])("%d ms is %s", (ms, words) => {
    expect(seen(formatDuration(ms, "pl"))).toBe(words);
  });

  it("speaks English", () => {
    expect(formatDuration(2 * 86_400_000, "en")).toBe("2\u00a0days");
  });
});

describe("initials", () => {
  it("takes the first letters of two words", () => {
    expect(initials("Pracownia Światła w Łodzi")).toBe("PŚ");
    expect(initials("  „kursy” ")).toBe("K");
    expect(initials("")).toBe("");
  });
});
