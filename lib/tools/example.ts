import type { FieldValues } from "./tool";

/** A tool's own sample for the conformance suite: `lib/tools/<tool>/example.ts`. */
export type Example = {
  /** The emulator's id, where it is another. */
  emulator?: string;
  /** Valid in form, and accepted by the emulator. */
  credentials: FieldValues;
  /** Besides the first of each live choice: what an action needs to find its way. */
  input?: Record<string, FieldValues>;
  /** Answers that this tool reads in a way of its own, by the name of the case. */
  reads?: Record<string, string[]>;
};
