import type { Emulator } from "@/e2e/emulators/core/running";
import { startEmulators } from "@/e2e/emulators/server";
import type { Example } from "../example";
import type { Tool } from "../tool";
import { type Finding, tryAnswers } from "./answers";
import { tryDescription } from "./description";
import { tryEffects, trySecrets } from "./effects";
import { tryLetters } from "./letters";
import { openPostOffice } from "./post-office";
import { type Subject, speaksHttp, subjectOf } from "./subject";

/** What was found of each tool, by its name: a row that is absent does not apply to it. */
export type Conformance = Map<string, Finding[]>;

/** Tries every tool against its emulator, through the real doors. Needs no database. */
export async function conform(
  tools: readonly Tool[],
  exampleOf: (id: string) => Promise<Example>,
  emulated?: readonly Emulator[],
): Promise<Conformance> {
  let ahead = 0;
  const emulators = await startEmulators({ now: () => Date.now() + ahead, tools: emulated });
  const office = await openPostOffice();
  const pass = (ms: number) => {
    ahead += ms;
  };
  const found: Conformance = new Map(tools.map(({ name }) => [name, []]));
  try {
    await Promise.all(
      tools.map(async (tool) => {
        const subject = subjectOf(tool, await exampleOf(tool.id), emulators);
        const way = speaksHttp(subject)
          ? await tryRequests(subject, pass)
          : await tryLetters(subject, office);
        found.set(tool.name, [...tryDescription(tool), ...way]);
      }),
    );
  } finally {
    await Promise.all([emulators.stop(), office.stop()]);
  }
  return found;
}

async function tryRequests(subject: Subject, pass: (ms: number) => void): Promise<Finding[]> {
  const answers = await tryAnswers(subject);
  const effects = await tryEffects(subject, pass);
  return [...answers, ...effects, ...(await trySecrets(subject))];
}

/** The sample that stands beside the tool. */
export async function exampleBeside(id: string): Promise<Example> {
  const { example } = (await import(`../${id}/example.ts`)) as { example: Example };
  return example;
}
