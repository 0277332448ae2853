import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDay,
  formatDayKey,
  formatMoment,
  formatMomentInSentence,
  formatReceiptMoment,
  formatShortMoment,
  formatWeekday,
  type Reader,
} from "./format-date";

/** 24 November 2026, 09:12 in Warsaw. */
const now = new Date("2026-11-24T08:12:00Z");
const pl: Reader = { locale: "pl", zone: "Europe/Warsaw", now };
const en: Reader = { ...pl, locale: "en" };
const december = new Date("2026-12-08T08:12:05Z");

describe("moments", () => {
  it("are whole in sentences and tight in columns", () => {
    expect(formatMoment(december, pl)).toBe("wtorek, 8 grudnia, 09:12");
    expect(formatMoment(december, pl, "always")).toBe("wtorek, 8 grudnia 2026, 09:12");
    expect(formatShortMoment(december, pl)).toBe("8 gru, 09:12");
    expect(formatReceiptMoment(december, pl)).toBe("8 gru, 09:12:05");
    expect(formatWeekday(december, pl)).toBe("wt.");
  });

  it("speak English", () => {
    expect(formatMoment(december, en)).toBe("Tuesday, 8 December, 09:12");
    expect(formatMomentInSentence(now, en)).toBe("today at\u00a009:12");
  });

  it("carry the year when it differs", () => {
    expect(formatDay(new Date("2027-02-19T07:00:00Z"), pl)).toBe("piątek, 19 lutego 2027");
    expect(formatDate(new Date("2026-12-31T23:30:00Z"), pl)).toBe("1 stycznia 2027");
    expect(formatShortMoment(new Date("2025-06-30T10:00:00Z"), pl)).toBe("30 cze 2025, 12:00");
  });
});

it("writes a day of a filter in the reader's language, whatever zone the machine is in", () => {
  expect(formatDayKey("2026-12-08", "pl")).toBe("8 gru 2026");
  expect(formatDayKey("2026-12-08", "en")).toBe("8 Dec 2026");
});

describe("yesterday, today and tomorrow", () => {
  it("are named, with the date", () => {
    expect(formatDay(now, pl)).toBe("dziś, wtorek, 24 listopada");
    expect(formatDay(new Date("2026-11-25T11:00:00Z"), pl)).toBe("jutro, środa, 25 listopada");
    expect(formatDay(new Date("2026-11-26T11:00:00Z"), pl)).toBe("czwartek, 26 listopada");
  });

  it("turn at the zone's midnight", () => {
    expect(formatMomentInSentence(new Date("2026-11-23T22:59:00Z"), pl)).toBe(
      "wczoraj o\u00a023:59",
    );
    expect(formatMomentInSentence(new Date("2026-11-23T23:00:00Z"), pl)).toBe("dziś o\u00a000:00");
    expect(formatDay(new Date("2026-11-23T23:00:00Z"), { ...pl, zone: "America/New_York" })).toBe(
      "wczoraj, poniedziałek, 23 listopada",
    );
  });

  it("count days of 23 and 25 hours as one", () => {
    const springEve = { ...pl, now: new Date("2026-03-28T22:30:00Z") };
    expect(formatDay(new Date("2026-03-29T21:30:00Z"), springEve)).toBe(
      "jutro, niedziela, 29 marca",
    );
    const autumnEve = { ...pl, now: new Date("2026-10-24T21:30:00Z") };
    expect(formatDay(new Date("2026-10-25T22:30:00Z"), autumnEve)).toBe(
      "jutro, niedziela, 25 października",
    );
  });
});
