import {
  type Answer,
  type Call,
  isObject,
  jsonObject,
  looksLikeEmail,
  lower,
  text,
} from "../core/call";
import {
  type Account,
  find,
  hashOf,
  type List,
  type Member,
  type Status,
  type Switches,
} from "./account";
import { memberBody } from "./bodies";
import * as errors from "./errors";

const SETTABLE: Status[] = ["subscribed", "unsubscribed", "cleaned", "pending", "transactional"];

/** What a request to change a member brings along. */
type Change = {
  email: string | undefined;
  status: Status | undefined;
  statusIfNew: Status | undefined;
  mergeFields: Record<string, unknown>;
  skipMergeValidation: boolean;
  now: number;
};

export function changeOf(call: Call): Change | Answer {
  const body = jsonObject(call);
  if (!body)
    return errors.problem(
      400,
      "JSON Parse Error",
      "We encountered an unspecified JSON parsing error.",
    );
  const email = text(body.email_address);
  if (email !== undefined && !looksLikeEmail(email)) {
    return errors.invalid("Please provide a valid email address.");
  }
  for (const field of ["status", "status_if_new"] as const) {
    const value = body[field];
    if (value !== undefined && !SETTABLE.includes(value as Status)) {
      return errors.schemaError(
        field,
        `Data presented is not one of the accepted values: ${SETTABLE.join(", ")}.`,
      );
    }
  }
  return {
    email: email === undefined ? undefined : lower(email),
    status: body.status as Status | undefined,
    statusIfNew: body.status_if_new as Status | undefined,
    mergeFields: isObject(body.merge_fields) ? body.merge_fields : {},
    skipMergeValidation: call.query.get("skip_merge_validation") === "true",
    now: call.at,
  };
}

export function createMember(account: Account, list: List, change: Change): Answer {
  const { email, mergeFields, now } = change;
  if (!email) return errors.schemaError("email_address", "This value should not be blank.");
  const status = change.status ?? change.statusIfNew;
  if (!status) return errors.schemaError("status_if_new", "This value should not be blank.");
  const refused = distrusted(account, email) ?? missingMergeFields(list, change);
  if (refused) return refused;
  const isForgotten = (entry: { list: string; email: string }) =>
    entry.list === list.id && entry.email === email;
  if (account.forgotten.some(isForgotten)) return errors.forgottenEmail(email);
  const unsubscribedBy = status === "unsubscribed" ? "admin" : null;
  const dates = { createdAt: now, changedAt: now };
  const member: Member = { list: list.id, email, status, unsubscribedBy, mergeFields, ...dates };
  account.members.push(member);
  return { status: 200, body: memberBody(account, member) };
}

export function changeMember(
  account: Account,
  list: List,
  member: Member,
  change: Change,
  switches: Switches,
): Answer {
  const refused = missingMergeFields(list, change, member);
  if (refused) return refused;
  const returns = member.status === "archived" && switches.statusIfNewUnarchives;
  const status = change.status ?? (returns ? change.statusIfNew : undefined);
  if (status && isComplianceBound(member, status)) return errors.compliance(member.email);
  if (change.email && change.email !== member.email) {
    if (find(account, list.id, change.email)) return errors.memberExists(change.email);
    member.email = change.email;
  }
  member.mergeFields = { ...member.mergeFields, ...change.mergeFields };
  member.changedAt = change.now;
  if (status) setStatus(member, status);
  return { status: 200, body: memberBody(account, member) };
}

export function archive(member: Member, now: number): Answer {
  if (["archived", "pending", "cleaned"].includes(member.status)) return errors.notRemovable();
  member.status = "archived";
  member.changedAt = now;
  return { status: 204 };
}

export function forget(account: Account, member: Member): Answer {
  account.members = account.members.filter((other) => other !== member);
  account.forgotten.push({ list: member.list, email: member.email });
  return { status: 204 };
}

export function setStatus(member: Member, status: Status, by: "contact" | "admin" = "admin"): void {
  if (status === "unsubscribed") member.unsubscribedBy ??= by;
  if (status === "subscribed") member.unsubscribedBy = null;
  member.status = status;
}

/** Nobody but the person undoes his own leaving; a confirmation mail (`pending`) asks him. */
function isComplianceBound(member: Member, wanted: Status): boolean {
  if (member.status === "cleaned") return wanted === "subscribed" || wanted === "pending";
  return (
    wanted === "subscribed" && member.unsubscribedBy === "contact" && member.status !== "pending"
  );
}

/** `fake+…` is for trying out: the vendor's own rules for made-up addresses are secret. */
function distrusted(account: Account, email: string): Answer | undefined {
  const kind = email.startsWith("fake+") ? "fake" : account.distrusted[hashOf(email)];
  return kind && errors.distrust(kind, email);
}

function missingMergeFields(list: List, change: Change, member?: Member): Answer | undefined {
  if (change.skipMergeValidation) return undefined;
  const values = { ...member?.mergeFields, ...change.mergeFields };
  const missing = list.requiredMergeFields.filter((tag) => !values[tag]);
  if (missing.length === 0) return undefined;
  return errors.invalid(
    "Your merge fields were invalid.",
    missing.map((field) => ({ field, message: "Please enter a value" })),
  );
}
