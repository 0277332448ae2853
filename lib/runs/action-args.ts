import { getShopEvent } from "@/lib/easycart/queries";
import { openHttp } from "@/lib/tools/http";
import { openMail } from "@/lib/tools/mail";
import { schemaOf } from "@/lib/tools/schema";
import type { ActionArgs, Exchange, FieldValues, Occasion } from "@/lib/tools/tool";
import type { Means } from "./means";
import { lastSuccessOf, type Run } from "./queries";

/** Everything an action gets: the doors, its input, and what it happens for. */
export async function actionArgs(
  run: Run,
  { tool, action, credentials }: Means,
  attempt: number,
  exchanges: Exchange[],
): Promise<ActionArgs<FieldValues> & { credentials: FieldValues }> {
  return {
    http: openHttp({ tool, credentials, exchanges }),
    mail: openMail(exchanges),
    credentials,
    input: schemaOf(action.fields, "pl").parse(run.snapshot.input),
    contact: run.snapshot.contact,
    occasion: await occasionOf(run, attempt),
    lastSuccess: (key) => lastSuccessOf(run.storeId, run, key, run.snapshot.input),
  };
}

async function occasionOf(run: Run, attempt: number): Promise<Occasion> {
  const { store, product, automation, trigger } = run.snapshot;
  const event = await getShopEvent(run.storeId, run.eventId);
  return {
    runId: run.id,
    attempt,
    store,
    product,
    automation,
    trigger,
    dueAt: run.dueAt.toISOString(),
    isSample: run.isSample,
    event: {
      id: event.id,
      name: event.name,
      receivedAt: event.receivedAt.toISOString(),
      payload: JSON.parse(event.raw),
    },
  };
}
