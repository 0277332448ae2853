import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { InviteForm } from "@/components/people/invite-form";
import { Invitations, People } from "@/components/people/people";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listPeople } from "@/lib/auth/queries";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { ClientWords } from "@/lib/i18n/client-words";
import { listInvitations } from "@/lib/people/queries";
import { changeRole, invitePerson, removePerson, withdrawInvitation } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage() {
  const member = await requireMember();
  const { storeId, userId, role, store } = member;
  const mayChange = role === "owner";
  const [people, invitations, t, settings] = await Promise.all([
    listPeople(storeId),
    mayChange ? listInvitations(storeId) : [],
    getTranslations("people"),
    getTranslations("settings"),
  ]);
  const at = { zone: store.timeZone, now: now() };
  return (
    <Page crumbs={[{ label: settings("title"), href: "/settings" }, { label: t("title") }]}>
      <PageHeader title={settings("title")} className="mb-5">
        {settings("lead", { store: store.name })}
      </PageHeader>
      <SettingsTabs />
      <AskOwner member={member} />
      <ClientWords areas={["people", "settings"]}>
        <Section title={t("title")} lead={t("lead")}>
          <People
            people={people}
            me={userId}
            mayChange={mayChange}
            changeRole={changeRole}
            remove={removePerson}
            {...at}
          />
        </Section>
        {invitations.length > 0 ? (
          <Section title={t("invited.title")} lead={t("invited.lead")}>
            <Invitations invitations={invitations} withdraw={withdrawInvitation} {...at} />
          </Section>
        ) : null}
        {mayChange ? (
          <Section title={t("invite.title")} lead={t("invite.lead")}>
            <InviteForm invite={invitePerson} />
          </Section>
        ) : (
          <p className="text-small text-ink-2">{t("ownersChange")}</p>
        )}
      </ClientWords>
    </Page>
  );
}
