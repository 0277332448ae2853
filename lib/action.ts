import "server-only";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Member } from "./auth/queries";
import { currentMember } from "./auth/session";
import { InvalidInputError, UserError } from "./errors";
import { type ErrorWords, fieldsOf, inputWords } from "./input";
import { log } from "./log";

/** `fields`: what is wrong with which field, by its path ("plans.2.name"). */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; message: string; fields?: Record<string, string> };

type Refused = Extract<ActionResult<never>, { ok: false }>;
type Options = {
  /** Viewers may do it too, since it changes nothing. */
  reads?: true;
  /** Only an owner may do it. */
  owner?: true;
};

/**
 * The only way to write a server action: signed in, store, role, input; refusals come back as words
 * the form can show. Actions never redirect to the sign-in page, so that nothing typed is lost.
 */
export function memberAction<S extends z.ZodType, T>(
  name: string,
  schema: S,
  run: (input: z.output<S>, member: Member, words: ErrorWords) => Promise<T>,
  { reads, owner }: Options = {},
) {
  return async (raw: z.input<S>): Promise<ActionResult<T>> => {
    const member = await currentMember();
    if (!member) return refuse("signedOut");
    if (member.role === "viewer" && !reads) return refuse("viewer");
    if (owner && member.role !== "owner") return refuse("owner");
    const { storeId, userId } = member;
    return perform(name, { storeId, userId }, schema, raw, (input, words) =>
      run(input, member, words),
    );
  };
}

/** An action of somebody who is not signed in yet. */
export function publicAction<S extends z.ZodType, T>(
  name: string,
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
) {
  return (raw: z.input<S>): Promise<ActionResult<T>> => perform(name, {}, schema, raw, run);
}

async function perform<S extends z.ZodType, T>(
  name: string,
  who: object,
  schema: S,
  raw: unknown,
  run: (input: z.output<S>, words: ErrorWords) => Promise<T>,
): Promise<ActionResult<T>> {
  const words = await errorWords();
  const input = schema.safeParse(raw, { error: inputWords(words) });
  if (!input.success) return { ok: false, message: words("fields"), fields: fieldsOf(input.error) };
  try {
    return { ok: true, data: await run(input.data, words) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof InvalidInputError)
      return { ok: false, message: words("fields"), fields: error.fields };
    if (error instanceof UserError) return refuse(error.key, error.values, error.field);
    log.error({ action: name, ...who, err: error }, "action.failed");
    return refuse("unexpected");
  }
}

async function refuse(key: string, values?: UserError["values"], field?: string): Promise<Refused> {
  const words = await errorWords();
  const message = words(key, values);
  return { ok: false, message, fields: field === undefined ? undefined : { [field]: message } };
}

/** Which words are asked for is known only when something is refused, so their keys can't be typed. */
async function errorWords(): Promise<ErrorWords> {
  return (await getTranslations("errors")) as unknown as ErrorWords;
}
