import { momentOf } from "./calendar";
import type { Act, Automation, Edit, Life, Switch, Told } from "./life";
import { type Access, Ledger, type Occurrence } from "./oracle-ledger";

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
  trigger: string;
  rule: Automation;
};

const OF_ACCESSES = /^(single_product|product_|subscription_(?!renewal_failed))/;
const CALLED_OFF = ["endVanished", "endCame"];

/** Walks through a life second by second that matters, and says which runs there must be in the end. */
export class Oracle {
  readonly runs: Expected[] = [];
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
    this.ledger.hear(told);
    const assigned = told.name === "product_assigned";
    const customer = (assigned ? told.assignee : undefined) ?? told.customer;
    if (!OF_ACCESSES.test(told.name)) return;
    for (const run of waited) if (run.customer === customer) this.spare(run);
  }

  private spare(run: Expected): void {
    const { exit, product } = run.rule;
    if (run.status !== "waiting" || !exit) return;
    if (!this.ledger.hasAccess(run.customer, product, this.time)) return;
    run.status = "cancelled";
    run.reason = "accessRegained";
  }

  private edit({ automation, moment, late }: Edit): void {
    const known = this.rules.get(automation);
    if (!known) return;
    const same =
      JSON.stringify([known.rule.moment, known.rule.late]) === JSON.stringify([moment, late]);
    if (same) return;
    known.version += 1;
    known.rule = { ...known.rule, moment, late };
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
    const { key, customer, access, trigger, at } = occurrence;
    const known = this.runs.find((run) => run.automation === rule.key && run.occurrence === key);
    if (known && !CALLED_OFF.includes(known.reason ?? "")) return;
    const due = momentOf(at, rule.moment, this.life.zone);
    const run: Expected = {
      ...{ automation: rule.key, version, customer, occurrence: key, due, trigger, access, rule },
      status: "waiting",
      reason: null,
    };
    if (known) Object.assign(known, run);
    else this.runs.push(run);
    this.settle(known ?? run);
  }

  private settle(run: Expected): void {
    const { moment, late } = run.rule;
    if (run.due >= this.time || moment?.side !== "before" || late === "run_now") return;
    run.status = "skipped";
    run.reason = "momentPast";
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
      const next = coming.find(({ trigger }) => trigger === run.trigger);
      if (run.access !== access || run.rule.moment?.side !== "before" || !next) continue;
      run.occurrence = next.key;
      run.due = momentOf(next.at, run.rule.moment, this.life.zone);
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
