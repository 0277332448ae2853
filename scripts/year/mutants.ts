type Mutant = { what: string; file: string; from: string; to: string };

const oracle = (what: string, from: string, to: string): Mutant => ({
  ...{ what, file: "oracle.ts", from, to },
});
const ledger = (what: string, from: string, to: string): Mutant => ({
  ...{ what, file: "oracle-ledger.ts", from, to },
});
const extras = (what: string, from: string, to: string): Mutant => ({
  ...{ what, file: "oracle-extras.ts", from, to },
});
const memory = (what: string, from: string, to: string): Mutant => ({
  ...{ what, file: "oracle-memory.ts", from, to },
});
const calendar = (what: string, from: string, to: string): Mutant => ({
  ...{ what, file: "calendar.ts", from, to },
});

/**
 * One wrong rule each. If the cast's year is told the same by it, then a product that has it wrong in
 * the same way would not be found out either.
 */
export const MUTANTS: Mutant[] = [
  calendar(
    "a day is 24 hours",
    "{ minutes: 60_000, hours: 3_600_000 }",
    "{ minutes: 60_000, hours: 3_600_000, days: 86_400_000 }",
  ),
  calendar("an hour is an hour on the wall", "hours: 3_600_000 }", "}"),
  calendar(
    "before is after",
    'moment.side === "after" ? moment.value : -moment.value',
    "moment.value",
  ),
  calendar(
    "a skipped time is moved back",
    ".toZonedDateTime(zone).epochMilliseconds;\n}\n\nexport const momentOf",
    '.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds;\n}\n\nexport const momentOf',
  ),
  calendar(
    "a repeated time is the second one",
    ".toZonedDateTime(zone).epochMilliseconds;\n}\n\nexport const momentOf",
    '.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;\n}\n\nexport const momentOf',
  ),
  extras("the window's end belongs to it", "quarter < until", "quarter <= until"),
  extras("the window opens a quarter late", "quarter >= from", "quarter > from"),
  extras("the week begins on Sunday", "+ 3) % 7", "+ 4) % 7"),
  extras("no window", "if (!window) return at", "if (window || !window) return at"),
  extras(
    "what is not said is other",
    "if (got === undefined) return false",
    'if (got === undefined) return condition.is === "other"',
  ),
  extras(
    "at least is more than",
    "Number(got) >= condition.value",
    "Number(got) > condition.value",
  ),
  extras("at most is less than", "Number(got) <= condition.value", "Number(got) < condition.value"),
  extras("capitals and spaces count", ".trim().toLowerCase();", ";"),
  extras("is not means is", '=== (condition.is === "equal")', ""),
  extras(
    "old plan and new plan swapped",
    "plan, old_plan: plan, new_plan: newPlan",
    "plan, old_plan: newPlan, new_plan: plan",
  ),
  extras("no means yes", '=== (condition.is === "yes")', ""),
  extras(
    "amount and quantity swapped",
    "known = { amount, quantity,",
    "known = { amount: quantity, quantity: amount,",
  ),
  memory("whoever pays gets it", "subject: assignee ?? told.customer", "subject: told.customer"),
  memory(
    "the two events of an order are two purchases",
    "\n        told.order !== order,",
    "true,",
  ),
  memory("any product was bought", "\n        told.product === product &&", ""),
  memory("whatever was ever told", "\n        told.at >= since,", "true,"),
  oracle("nobody is spared", 'if (run.status !== "waiting" || !exit) return', "return"),
  oracle("bought: always the own product", "exit.product ?? product", "product"),
  oracle(
    "bought: not when it is time",
    "  private begin(run: Expected): void {\n    this.spare(run);",
    "  private begin(run: Expected): void {",
  ),
  oracle(
    "spared only when it is time",
    "if (run.customer === heard.subject) this.spare(run)",
    "if (run.customer < 0) this.spare(run)",
  ),
  oracle(
    "a purchase spares from itself",
    "bought(customer, exit.product ?? product, since)\n      .some(({ order }) => order !== of.told.order)",
    "bought(customer, exit.product ?? product, since).length > 0",
  ),
  oracle(
    "an order's other event spares",
    "({ order }) => order !== of.told.order",
    "({ number }) => number !== of.told.number",
  ),
  oracle("resubscribed by a purchase only", ".wentOn(customer", ".bought(customer"),
  oracle(
    "an edit moves runs that wait",
    "    known.rule = { ...rule, moment, late, window };",
    "    known.rule = { ...rule, moment, late, window };\n    for (const run of this.waiting()) if (run.automation === automation) { run.rule = known.rule; this.settle(run); }",
  ),
  oracle("an edit is no new version", "known.version += 1", ""),
  oracle(
    "an edit forgets ends that are known",
    "known.rule = { ...rule, moment, late, window };\n    this.catchUp(automation);",
    "known.rule = { ...rule, moment, late, window };",
  ),
  oracle("what is switched off goes on", "known.enabled = enabled;", ""),
  oracle(
    "what is switched off stops what waits",
    "known.enabled = enabled;",
    'known.enabled = enabled;\n    if (!enabled) for (const run of this.waiting()) if (run.automation === automation) run.status = "cancelled";',
  ),
  oracle(
    "what is switched on forgets ends that are known",
    "if (enabled) this.catchUp(automation)",
    "",
  ),
  oracle(
    "what was called off stays so",
    'if (known && !CALLED_OFF.includes(known.reason ?? "")) return',
    "if (known) return",
  ),
  oracle(
    "twice for one occurrence",
    'if (known && !CALLED_OFF.includes(known.reason ?? "")) return',
    "if (known) known.occurrence += ' again'",
  ),
  oracle("no conditions", "return conditions.every(", "return true || conditions.every("),
  oracle(
    "late is skipped always",
    'moment?.side === "before" && late === "skip"',
    'moment?.side === "before"',
  ),
  oracle("late runs at once always", 'moment?.side === "before" && late === "skip"', "false"),
  oracle("a window may open after the end", "!(mustPrecede && run.due >= run.of.at)", "true"),
  oracle(
    "the address as it was planned",
    "this.emails[run.customer];",
    "this.life.emails[run.customer];",
  ),
  oracle("runs before an end do not move with it", "run.occurrence = next.key;", "continue;"),
  ledger(
    "a cancellation is the end",
    'if (name === "subscription_canceled") this.setEnd(access, endsAt);',
    'if (name === "subscription_canceled") this.happen("subscription_ended", access, at);',
  ),
  ledger("a resumed subscription ends after all", 'name === "subscription_resumed" || ', ""),
  ledger("a renewed subscription ends after all", ' || name === "subscription_renewed"', ""),
  ledger("the clock says no end", 'this.happen("access_expired", access, endsAt);\n    }', "}"),
  ledger(
    "the clock says not that it expires",
    'this.happen("access_expiring", access, this.expiring(endsAt))',
    "void 0",
  ),
  ledger("four days before the end", 'shifted(endsAt, -3, "days"', 'shifted(endsAt, -4, "days"'),
  ledger("no length of access", "accessDays === null ?", "accessDays !== 0 ?"),
  ledger(
    "an early end is told but not taken",
    "if (!access.over) this.endNow(access",
    "if (!access.over && access.endsAt !== undefined && at >= access.endsAt) this.endNow(access",
  ),
  ledger("an end that came leaves what waits", 'this.cancelAhead(access, "endCame")', "void 0"),
  ledger(
    "the end of a subscription leaves the access",
    'this.happen("subscription_ended", access, at);\n      this.happen("access_expired", access, at);',
    'this.happen("subscription_ended", access, at);',
  ),
  ledger(
    "bought for others is given at once",
    "if (assignee === undefined || assigned) this.give",
    "this.give",
  ),
  ledger(
    "a new date keeps the old end",
    "this.setEnd(access, endsAt);\n      access.announced = true;",
    "access.announced = true;",
  ),
  ledger(
    "the plan it began with",
    "told.newPlan ?? told.plan ?? access.plan",
    "access.plan ?? told.plan",
  ),
  ledger("the old plan after a change", "told.newPlan ?? told.plan", "told.plan ?? told.newPlan"),
  ledger("an end told twice happens twice", "name?.date}`", "name?.date}` + at"),
];
