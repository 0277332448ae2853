"use client";

import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { DeedConfirm } from "../deed-confirm";
import { InitialsSquare } from "../shell/initials-square";
import { Button, IconButton } from "../ui/button";
import { Row, RowControls, Rows, RowText } from "../ui/rows";
import { Select } from "../ui/select";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";
import { When } from "../when";

export type Role = "owner" | "editor" | "viewer";
export const ROLES: readonly Role[] = ["owner", "editor", "viewer"];

interface Person {
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
}

interface Actions {
  changeRole(input: { userId: string; role: Role }): Promise<ActionResult<void>>;
  remove(input: { userId: string }): Promise<ActionResult<void>>;
}

interface PeopleProps extends Actions {
  people: readonly Person[];
  /** Whoever is looking. */
  me: string;
  mayChange: boolean;
  zone: string;
  now: Date;
}

export function People({ people, me, mayChange, zone, now, ...actions }: PeopleProps) {
  const t = useTranslations("people");
  return (
    <Rows
      label={t("title")}
      columns="1.75rem minmax(0,1fr) 9rem 11rem 2.25rem"
      phoneColumns="1.75rem minmax(0,1fr)"
    >
      {people.map((person) => (
        <Row key={person.userId}>
          <InitialsSquare name={person.name} className="rounded-full" />
          <RowText strong note={person.email}>
            {person.userId === me ? t("you", { name: person.name }) : person.name}
          </RowText>
          <span className="text-small text-ink-2 max-md:col-start-2">
            {t("since")} <When at={person.since} zone={zone} now={now} look="date" />
          </span>
          <RowControls className="max-md:col-start-2 md:justify-start">
            {mayChange ? (
              <RoleChoice person={person} {...actions} />
            ) : (
              <span className="text-small text-ink-2">{t(`role.${person.role}`)}</span>
            )}
          </RowControls>
          {mayChange && person.userId !== me ? <Remove person={person} {...actions} /> : <span />}
        </Row>
      ))}
    </Rows>
  );
}

function RoleChoice({ person, changeRole }: { person: Person } & Actions) {
  const t = useTranslations("people");
  const { show } = useToast();
  const { name, userId, role } = person;
  const { run, pending } = useDeed(
    changeRole,
    () => show({ text: t("roleChanged", { name }) }),
    (text) => show({ text, tone: "bad" }),
  );
  return (
    <Select
      aria-label={t("roleOf", { name })}
      value={role}
      disabled={pending}
      look="quiet"
      options={ROLES.map((value) => ({
        value,
        label: t(`role.${value}`),
        note: t(`can.${value}`),
      }))}
      onChange={(next) => next !== role && run({ userId, role: next })}
    />
  );
}

function Remove({ person, remove }: { person: Person } & Actions) {
  const t = useTranslations("people.remove");
  const [open, setOpen] = useState(false);
  const { name, userId } = person;
  return (
    <RowControls className="max-md:col-start-2">
      <IconButton label={t("action", { name })} onClick={() => setOpen(true)}>
        <UserMinus aria-hidden />
      </IconButton>
      <DeedConfirm
        open={open}
        onOpenChange={setOpen}
        title={t("title", { name })}
        description={t("text")}
        confirmLabel={t("confirm")}
        pendingLabel={t("pending")}
        cancelLabel={t("keep")}
        danger
        action={remove}
        input={{ userId }}
        onDone={() => setOpen(false)}
      />
    </RowControls>
  );
}

interface InvitationsProps {
  invitations: readonly { id: string; email: string; role: Role; expiresAt: Date }[];
  withdraw(input: { invitationId: string }): Promise<ActionResult<void>>;
  zone: string;
  now: Date;
}

export function Invitations({ invitations, withdraw, zone, now }: InvitationsProps) {
  const t = useTranslations("people");
  const { show } = useToast();
  const { run, pending } = useDeed(withdraw, undefined, (text) => show({ text, tone: "bad" }));
  return (
    <Rows label={t("invited.title")} columns="minmax(0,1fr) 14rem auto">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <Row key={id}>
          <RowText strong note={t(`role.${role}`)}>
            {email}
          </RowText>
          <span className="text-small text-ink-2">
            {t("invited.until")} <When at={expiresAt} zone={zone} now={now} look="sentence" />
          </span>
          <RowControls>
            <Button
              size="small"
              pending={pending}
              pendingLabel={t("invited.withdrawing")}
              onClick={() => run({ invitationId: id })}
              aria-label={t("invited.withdrawOf", { email })}
            >
              {t("invited.withdraw")}
            </Button>
          </RowControls>
        </Row>
      ))}
    </Rows>
  );
}
