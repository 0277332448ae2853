import { z } from "zod";
import { type Condition, NUMBER_FACTS, TEXT_FACTS, YES_FACTS } from "./conditions";
import type { ExitRule } from "./exit-rules";
import { DAY_MINUTES, type SendingWindow } from "./sending-window";

/** Longer than any real name of a plan or variant. */
const MAX_TEXT = 200;
/** All must hold; more than these nobody reads in one sentence. */
const MOST_CONDITIONS = 10;
const MOST_RULES = 10;

export const condition = z.discriminatedUnion("fact", [
  z.object({
    fact: z.enum(TEXT_FACTS),
    is: z.enum(["equal", "other"]),
    value: z.string().trim().min(1).max(MAX_TEXT),
  }),
  z.object({
    fact: z.enum(NUMBER_FACTS),
    is: z.enum(["equal", "at_least", "at_most"]),
    value: z.number().min(0).max(1_000_000_000),
  }),
  z.object({ fact: z.enum(YES_FACTS), is: z.enum(["yes", "no"]) }),
]) satisfies z.ZodType<Condition>;

export const conditions = z.array(condition).max(MOST_CONDITIONS);

export const exitRule = z.discriminatedUnion("when", [
  z.object({ when: z.literal("bought"), productId: z.string().min(1).max(64).nullable() }),
  z.object({ when: z.literal("access_regained") }),
  z.object({ when: z.literal("resubscribed") }),
]) satisfies z.ZodType<ExitRule>;

export const exitRules = z.array(exitRule).max(MOST_RULES);

export const sendingWindow = z
  .object({
    days: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length),
    from: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    until: z.int().min(1).max(DAY_MINUTES),
  })
  .refine(({ from, until }) => from < until, {
    path: ["until"],
    params: { words: "windowEndsFirst" },
  }) satisfies z.ZodType<SendingWindow>;
