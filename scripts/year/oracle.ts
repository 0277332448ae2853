import { momentOf } from "./calendar";
import type { Act, Automation, Edit, Exit, Life, Switch, Told } from "./life";
import { isMet, opened } from "./oracle-extras";
import { type Access, Ledger, type Occurrence } from "./oracle-ledger";
import { Memory } from "./oracle-memory";

/** A run as it must be, told without any knowledge of how the product goes about it. */
export type Expected = {
  automation: string;
  version: number;
  customer: number;
  occurrence: string;
  due: number;
  status: "waiting" | "done" | "skipped" | "cancelled";
  reason: string | null;
  /** When it must have begun, and the address it must have gone to; only of what ran. */
  begun?: number;
  email?: string;
  access?: Access;
  rule: Automation;
  /** What it came from, and when that is. */
  of: Occurrence;
};

const OF_ACCESSES = /^(single_product|product_|subscription_(?!renewal_failed))/;
const CALLED_OFF = ["endVanished", "endCame"];
const SPARED: Record<Exit["when"], string> = {
  bought: "boughtMeanwhile",
  access_regained: "accessRegained",
  resubscribed: "resubscribed",
};

/** Walks through a life second by second that matters, and says which runs there must be in the end. */
export class Oracle {
  readonly runs: Expected[] = [];
  /** How often an automation's conditions kept it from something that happened. */
  unmet = 0;
  private readonly memory = new Memory();
  private readonly rules: Map<string, { rule: Automation; version: number; enabled: boolean }>;
  private readonly emails: string[];
  private readonly ledger: Ledger;
  private time = 0;

  constructor(private readonly life: Life) {
    this.emails = [...life.emails];
    this.rules = new Map(
      life.automations.map((rule) => [rule.key, { rule, version: 1, enabled: true }]),
    );
    this.ledger = new Ledger(life, {
      happens: (occurrence) => this.happen(occurrence),
      endKnown: (occurrence) => this.foresee(occurrence),
      endMoved: (access, coming) => this.move(access, coming),
      cancel: (which, reason) => this.cancel(which, reason),
    });
  }

  tell(): Expected[] {
    for (const act of this.life.acts) {
      this.passUntil(act.at);
      this.time = act.at;
      this.do(act);
      this.passUntil(act.at);
    }
    this.passUntil(this.life.end);
    return this.runs;
  }

  /** What comes by the clock alone: runs that are due, accesses that begin to expire or end. */
  private passUntil(until: number): void {
    for (;;) {
      const due = Math.min(...this.waiting().map((run) => run.due), this.ledger.next());
      if (due > until) return;
      this.time = Math.max(this.time, due);
      for (const run of this.waiting()) if (run.due <= this.time) this.begin(run);
      this.ledger.clock(this.time);
    }
  }

  private waiting = () => this.runs.filter(({ status }) => status === "waiting");

  private do(act: Act): void {
    if (act.kind === "event") this.hear(act);
    if (act.kind === "email") this.emails[act.customer] = act.email;
    if (act.kind === "edit") this.edit(act);
    if (act.kind === "switch") this.switch(act);
  }

  private switch({ automation, enabled }: Switch): void {
    const known = this.rules.get(automation);
    if (!known) return;
    known.enabled = enabled;
    if (enabled) this.catchUp(automation);
  }

  /** Ends that are known already count for what is published or switched on, where the moment is still ahead. */
  private catchUp(automation: string): void {
    const known = this.rules.get(automation);
    if (known?.rule.moment?.side !== "before" || !known.enabled) return;
    const { rule, version } = known;
    for (const occurrence of this.ledger.ahead(rule.product))
      if (
        occurrence.trigger === rule.trigger &&
        momentOf(occurrence.at, rule.moment, this.life.zone) >= this.time
      )
        this.plan(rule, version, occurrence);
  }

  /** Whoever has access again is spared: as soon as something is told of them, and when it is time. */
  private hear(told: Told): void {
    const waited = this.waiting();
    const heard = this.memory.hear(told);
    this.ledger.hear(heard);
    if (!OF_ACCESSES.test(told.name)) return;
    for (const run of waited) if (run.customer === heard.subject) this.spare(run);
  }

  private spare(run: Expected): void {
    const exit = run.rule.exits.find((each) => this.spares(each, run));
    if (run.status !== "waiting" || !exit) return;
    run.status = "cancelled";
    run.reason = SPARED[exit.when];
  }

  /** What counts is what came after the moment that the run hangs on, or after that moment became known. */
  private spares(exit: Exit, { customer, rule, access, of }: Expected): boolean {
    const { product, moment } = rule;
    const isBefore = moment?.side === "before";
    if (exit.when === "access_regained")
      return isBefore
        ? this.ledger.hasAccess(customer, product, of.at, access)
        : this.ledger.hasAccess(customer, product, this.time);
    const since = isBefore ? of.told.at : of.at;
    if (exit.when === "resubscribed")
      return this.memory
        .wentOn(customer, product, since)
        .some(({ number }) => number !== of.told.number);
    // The two events of an order are one purchase.
    return this.memory
      .bought(customer, exit.product ?? product, since)
      .some(({ order }) => order !== of.told.order);
  }

  private edit({ automation, moment, late, window }: Edit): void {
    const known = this.rules.get(automation);
    if (!known) return;
    const { rule } = known;
    const same =
      JSON.stringify([rule.moment, rule.late, rule.window]) ===
      JSON.stringify([moment, late, window]);
    if (same) return;
    known.version += 1;
    known.rule = { ...rule, moment, late, window };
    this.catchUp(automation);
  }

  private active({ trigger, product }: Occurrence) {
    return [...this.rules.values()].filter(
      ({ rule, enabled }) => enabled && rule.trigger === trigger && rule.product === product,
    );
  }

  private happen(occurrence: Occurrence): void {
    for (const { rule, version } of this.active(occurrence)) this.plan(rule, version, occurrence);
  }

  /** Only what runs before it can be planned before it has come. */
  private foresee(occurrence: Occurrence): void {
    for (const { rule, version } of this.active(occurrence))
      if (rule.moment?.side === "before") this.plan(rule, version, occurrence);
  }

  /** Once for an automation and an occurrence; but what was called off for want of an end comes back with it. */
  private plan(rule: Automation, version: number, occurrence: Occurrence): void {
    const { key, customer, access, at } = occurrence;
    const known = this.runs.find((run) => run.automation === rule.key && run.occurrence === key);
    if (known && !CALLED_OFF.includes(known.reason ?? "")) return;
    if (!this.meets(rule, occurrence)) {
      this.unmet++;
      return;
    }
    const run: Expected = {
      ...{ automation: rule.key, version, customer, occurrence: key, access, rule },
      ...{ due: at, of: occurrence },
      status: "waiting",
      reason: null,
    };
    if (known) Object.assign(known, run);
    else this.runs.push(run);
    this.settle(known ?? run);
  }

  private meets({ conditions }: Automation, { told, plan, customer }: Occurrence): boolean {
    const language = this.life.languages[told.customer];
    const said = { ...told, plan, language, first: this.memory.isFirst(customer, told) };
    return conditions.every((condition) => isMet(condition, said));
  }

  /** Before something is before it: neither what is past already nor what the window lets through too late. */
  private settle(run: Expected): void {
    const { moment, late, window } = run.rule;
    const { zone } = this.life;
    const meant = momentOf(run.of.at, moment, zone);
    const mustPrecede = moment?.side === "before" && late === "skip";
    const isPast = mustPrecede && meant < this.time;
    run.due = isPast || !window ? meant : opened(Math.max(meant, this.time), window, zone);
    if (!isPast && !(mustPrecede && run.due >= run.of.at)) return;
    run.status = "skipped";
    run.reason = isPast ? "momentPast" : "windowAfterEnd";
  }

  private begin(run: Expected): void {
    this.spare(run);
    if (run.status !== "waiting") return;
    run.status = "done";
    run.begun = this.time;
    run.email = this.emails[run.customer];
  }

  /** Runs that wait before an end go with it. */
  private move(access: Access, coming: readonly Occurrence[]): void {
    for (const run of this.waiting()) {
      const next = coming.find(({ trigger }) => trigger === run.of.trigger);
      if (run.access !== access || run.rule.moment?.side !== "before" || !next) continue;
      run.occurrence = next.key;
      // It still counts from the event that it came from.
      run.of = { ...next, told: run.of.told };
      this.settle(run);
    }
  }

  private cancel(which: (run: Expected) => boolean, reason: string): void {
    for (const run of this.waiting().filter(which)) {
      run.status = "cancelled";
      run.reason = reason;
    }
  }
}
