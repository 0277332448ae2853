import { evaluate } from "./expression";
import type { Definition } from "./registration";

export const SCHEDULED_TIMER = "inngest/scheduled.timer";

/** The registered functions, found by id and by the events that start them. */
export class Catalogue {
  readonly byId: ReadonlyMap<string, Definition>;
  private readonly byEvent = new Map<string, Definition[]>();
  private readonly byPrefix: { prefix: string; definition: Definition }[] = [];

  constructor(definitions: readonly Definition[]) {
    this.byId = new Map(definitions.map((definition) => [definition.id, definition]));
    for (const definition of definitions) {
      for (const { event, wildcard } of definition.triggers) {
        if (wildcard) this.byPrefix.push({ prefix: event, definition });
        else this.byEvent.set(event, [...(this.byEvent.get(event) ?? []), definition]);
      }
    }
  }

  private named(name: string): Definition[] {
    const below = this.byPrefix.filter(({ prefix }) => name.startsWith(prefix));
    const all = [...(this.byEvent.get(name) ?? []), ...below.map(({ definition }) => definition)];
    return [...new Set(all)];
  }

  /** Whether an event of that name could start anything. */
  listensTo(name: string): boolean {
    return this.named(name).length > 0;
  }

  /** The functions that the event starts, each once even where several of its triggers fit. */
  startedBy(event: { name: string; data: Record<string, unknown> }): Definition[] {
    if (event.name === SCHEDULED_TIMER)
      return [...this.byId.values()].filter(({ schedules }) =>
        schedules.some(({ source }) => source === event.data.cron),
      );
    return this.named(event.name).filter(({ triggers }) =>
      triggers.some(({ event: name, wildcard, when }) => {
        const fits = wildcard ? event.name.startsWith(name) : event.name === name;
        return fits && (!when || evaluate(when, { event }) === true);
      }),
    );
  }
}
