import type { Access } from "./change";
import { isSameEnd, SAME_END_MS } from "./expiring";
import type { Fact } from "./fact";
import type { AccessState } from "./ledger";
import type { AccessRow, Change } from "./queries";

export type Values = Pick<
  AccessRow,
  "source" | "plan" | "startedAt" | "endsAt" | "endedAt" | "announcedEnd"
>;

/** What is kept of an access, with what our own clock brought about while EasyCart was silent. */
export function valuesOf(
  row: AccessRow | undefined,
  state: AccessState,
  history: readonly Change[],
): Values {
  const { source, plan = null, startedAt, endsAt = null } = state;
  const endedAt = endOf(row, state, history) ?? null;
  return { source, plan, startedAt, endsAt, endedAt, announcedEnd: announcedOf(row, state) };
}

/** Unless it was given again since, or has another end. */
function endOf(
  row: AccessRow | undefined,
  { endedAt, endsAt, since }: AccessState,
  history: readonly Change[],
): Date | undefined {
  if (endedAt || !row?.endedAt || !endsAt) return endedAt;
  const byClock = history.some(
    (told) =>
      told.accessId === row.id &&
      told.what === "expired" &&
      !told.eventId &&
      told.endsAt !== null &&
      told.endsAt > since &&
      isSameEnd(told.endsAt, endsAt),
  );
  return byClock ? row.endedAt : undefined;
}

function announcedOf(
  row: AccessRow | undefined,
  { endsAt, announced, since }: AccessState,
): Date | null {
  const known = announced ?? row?.announcedEnd;
  if (!known || !endsAt || !isSameEnd(known, endsAt)) return null;
  return announced || known.getTime() - SAME_END_MS >= since.getTime() ? known : null;
}

/** Instants are objects: two of one moment are not one. */
export function isSame(row: AccessRow, values: Values): boolean {
  return (
    row.source === values.source &&
    row.plan === values.plan &&
    row.startedAt.getTime() === values.startedAt.getTime() &&
    row.endsAt?.getTime() === values.endsAt?.getTime() &&
    row.endedAt?.getTime() === values.endedAt?.getTime() &&
    row.announcedEnd?.getTime() === values.announcedEnd?.getTime()
  );
}

/** `history`: what was told of the access before now. */
export function described(
  row: AccessRow,
  { subscription, since }: AccessState,
  history: readonly Change[],
  timeZone: string,
): Access {
  const { updatedAt, source, announcedEnd, ...access } = row;
  const { endsAt } = access;
  const same = history.find(
    (told) =>
      told.accessId === row.id &&
      told.at >= since &&
      told.endsAt &&
      endsAt &&
      isSameEnd(told.endsAt, endsAt),
  );
  return { ...access, firstTold: same?.endsAt ?? endsAt, subscription, timeZone };
}

/** The end that an event told, for the history: a grant its own, all others the access's. */
export function toldBy({ kind, at, expiresAt, limit }: Fact, access: AccessRow) {
  const granted = kind === "bought" || kind === "assigned";
  const own = granted ? (expiresAt ?? limit ?? null) : access.endsAt;
  const endsAt = kind === "expiring" ? (expiresAt ?? own) : own;
  return { accessId: access.id, what: kind, endsAt, at };
}
