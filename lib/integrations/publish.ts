import "server-only";
import { newId } from "@/drizzle/columns";
import { now } from "@/lib/clock";
import { noted } from "@/lib/deeds/noted";
import { InvalidInputError, NotFoundError, UserError } from "@/lib/errors";
import { type ErrorWords, fieldsOf, inputWords } from "@/lib/input";
import type { Locale } from "@/lib/tools/card";
import { findTool } from "@/lib/tools/registry";
import { schemaOf } from "@/lib/tools/schema";
import { currentSigningSecret, rotateSigningSecret, withSigningSecrets } from "@/lib/tools/signing";
import type { FieldValues, Tool } from "@/lib/tools/tool";
import { checkCredentials } from "./check";
import { type Learned, recordConnection } from "./connection";
import { sealCredentials, secretsToRetype, withKept } from "./credentials";
import type { PublishInput } from "./input";
import { openIntegration } from "./open";
import { insertIntegration, updateIntegration } from "./queries";

export type Published = Learned & {
  integrationId: string;
  /** Signing secrets that were made just now, by field: shown once. */
  made: FieldValues;
};

/** `userId`: whoever publishes. */
type Reader = { locale: Locale; words: ErrorWords; userId: string };

/**
 * Validates, checks the connection, saves. What fails the check is saved too, as broken: the
 * merchant sees why and mends it later. Throws InvalidInputError and UserError for the form.
 */
export async function publishIntegration(
  storeId: string,
  input: PublishInput,
  reader: Reader,
): Promise<Published> {
  const tool = toolFor(input.toolId);
  const known = await knownCredentials(storeId, input);
  const [toRetype] = secretsToRetype(tool.credentials, input.values, known);
  if (toRetype) throw new UserError("secretWithAddress", {}, `values.${toRetype}`);
  const valid = validated(tool, withKept(tool.credentials, input.values, known), reader);
  const credentials = withSigningSecrets(tool.credentials, valid);
  const learned = await checkCredentials(tool, credentials);
  const integrationId = await save(storeId, reader.userId, input, credentials, learned);
  return { ...learned, integrationId, made: madeAnew(tool, credentials, known) };
}

function toolFor(toolId: string): Tool {
  const tool = findTool(toolId);
  if (!tool) throw new NotFoundError();
  if (Object.keys(tool.credentials).length === 0)
    throw new UserError("noAccountNeeded", { tool: tool.name });
  return tool;
}

async function knownCredentials(
  storeId: string,
  { toolId, integrationId }: PublishInput,
): Promise<FieldValues> {
  if (integrationId === null) return {};
  const { tool, credentials } = await openIntegration(storeId, integrationId);
  if (tool.id !== toolId) throw new NotFoundError();
  return credentials;
}

function validated(tool: Tool, values: FieldValues, { locale, words }: Reader): FieldValues {
  const complete = Object.fromEntries(
    Object.keys(tool.credentials).map((field) => [field, values[field] ?? ""]),
  );
  const checked = schemaOf(tool.credentials, locale).safeParse(complete, {
    error: inputWords(words),
  });
  if (!checked.success) throw new InvalidInputError(fieldsOf(checked.error, "values"));
  return checked.data;
}

async function save(
  storeId: string,
  userId: string,
  { integrationId, toolId, name }: PublishInput,
  credentials: FieldValues,
  learned: Learned,
): Promise<string> {
  if (integrationId) {
    const sealedCredentials = sealCredentials(storeId, integrationId, credentials);
    const deed = { userId, what: "integration_saved" as const, subject: integrationId, name };
    await noted(storeId, deed, (tx) =>
      updateIntegration(storeId, integrationId, { name, sealedCredentials }, tx),
    );
    await recordConnection(storeId, integrationId, learned);
    return integrationId;
  }
  // One that is red from the start raises no alert: the merchant is just being told.
  const id = newId("int");
  const { connection, fault, words, account } = learned;
  const integration = {
    id,
    tool: toolId,
    name,
    sealedCredentials: sealCredentials(storeId, id, credentials),
    connection,
    fault: fault ?? null,
    words: words ?? null,
    account: account ?? null,
    checkedAt: now(),
  };
  await noted(storeId, { userId, what: "integration_saved", subject: id, name }, (tx) =>
    insertIntegration(storeId, integration, tx),
  );
  return id;
}

function madeAnew(tool: Tool, credentials: FieldValues, known: FieldValues): FieldValues {
  const made = Object.entries(credentials).filter(
    ([field]) => tool.credentials[field]?.kind === "signing" && !known[field],
  );
  return Object.fromEntries(made.map(([field, value]) => [field, currentSigningSecret(value)]));
}

/** Makes a new signing secret; the old one signs beside it for a day. Returns the new one, to be shown once. */
export async function rotateSecret(
  storeId: string,
  integrationId: string,
  field: string,
  userId: string,
): Promise<string> {
  const { tool, credentials } = await openIntegration(storeId, integrationId);
  const known = credentials[field];
  if (tool.credentials[field]?.kind !== "signing" || !known) throw new NotFoundError();
  const rotated = rotateSigningSecret(known, now());
  const changed = { ...credentials, [field]: rotated };
  const sealedCredentials = sealCredentials(storeId, integrationId, changed);
  await noted(storeId, { userId, what: "integration_rotated", subject: integrationId }, (tx) =>
    updateIntegration(storeId, integrationId, { sealedCredentials }, tx),
  );
  return currentSigningSecret(rotated);
}
