import { type Condition, plain } from "./conditions";

/**
 * Whether one event can fulfil all of these conditions. Each fact has one value, so two plans never
 * meet; facts are taken as independent, though a variant may have but one plan.
 */
export function canMeet(conditions: readonly Condition[]): boolean {
  const facts = new Set(conditions.map(({ fact }) => fact));
  return [...facts].every((fact) => hasValue(conditions.filter((each) => each.fact === fact)));
}

function hasValue(ofOneFact: readonly Condition[]): boolean {
  const equal = new Set<string | number>();
  const other = new Set<string>();
  let [least, most] = [-Infinity, Infinity];
  for (const condition of ofOneFact) {
    const value = wanted(condition);
    if (condition.is === "at_least") least = Math.max(least, condition.value);
    else if (condition.is === "at_most") most = Math.min(most, condition.value);
    else if (condition.is === "other") other.add(`${value}`);
    else equal.add(value);
  }
  const [only] = equal;
  if (equal.size > 1 || least > most) return false;
  return typeof only === "number" ? only >= least && only <= most : !other.has(only ?? "");
}

/** What a fact is to be, the same however it is written. */
function wanted(condition: Condition): string | number {
  if (!("value" in condition)) return condition.is;
  return typeof condition.value === "number" ? condition.value : plain(condition.value);
}
