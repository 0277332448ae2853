import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { dropAddress, saveAddress } from "@/app/(panel)/deliveries/actions";
import { LatestDeliveries } from "@/app/(panel)/deliveries/latest";
import { sendSampleEvent } from "@/app/sample-action";
import { SampleForm } from "@/components/easycart/sample-form";
import { AddressForm } from "@/components/forwarding/address-form";
import { EventNamesForm } from "@/components/settings/event-names-form";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { SigningKey } from "@/components/settings/signing-key";
import { StoreForm } from "@/components/settings/store-form";
import { Page } from "@/components/shell/page";
import { CopyField } from "@/components/ui/copy-field";
import { Locked } from "@/components/ui/locked";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/session";
import { appUrl } from "@/lib/env";
import { ownAddress } from "@/lib/forwarding/queries";
import { productChoices } from "@/lib/products/queries";
import { getStore } from "@/lib/stores/queries";
import { removeSigningKey, saveEventNames, saveSigningKey, saveStore } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const member = await requireMember();
  const { storeId, email } = member;
  const [store, products, address, t, forwarding] = await Promise.all([
    getStore(storeId),
    productChoices(storeId),
    ownAddress(storeId, null),
    getTranslations("settings"),
    getTranslations("forwarding"),
  ]);
  const { name, timeZone, locale, cartRecoveryEvent, qrScannedEvent } = store;
  const mayLook = member.role === "viewer";
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader title={t("title")} className="mb-5">
        {t("lead", { store: name })}
      </PageHeader>
      <SettingsTabs />
      <AskOwner member={member} />
      <Section title={t("store.title")}>
        <Locked when={mayLook}>
          <StoreForm
            store={{ name, timeZone, locale }}
            zones={Intl.supportedValuesOf("timeZone")}
            save={saveStore}
          />
        </Locked>
      </Section>
      <Section id="easycart" title={t("easycart.title")} lead={t("easycart.lead")}>
        <div className="grid max-w-200 gap-8 pt-5">
          <div className="grid gap-1.5">
            <h3 className="text-small font-medium">{t("easycart.address")}</h3>
            <CopyField
              value={`${appUrl()}/api/easycart/${store.endpoint}`}
              label={t("easycart.address")}
              words={{ copy: t("copy"), copied: t("copied") }}
            />
            <p className="text-pretty text-small text-ink-2">{t("easycart.addressHint")}</p>
          </div>
          <Locked when={mayLook}>
            <SigningKey
              isSet={store.hasSigningKey}
              save={saveSigningKey}
              remove={removeSigningKey}
            />
            <EventNamesForm names={{ cartRecoveryEvent, qrScannedEvent }} save={saveEventNames} />
          </Locked>
        </div>
      </Section>
      <Section id="forwarding" title={forwarding("title")} lead={forwarding("lead")}>
        <div className="pt-5">
          <Locked when={mayLook}>
            <AddressForm
              productId={null}
              url={address?.url ?? null}
              save={saveAddress}
              remove={dropAddress}
            />
          </Locked>
        </div>
        <LatestDeliveries member={member} />
      </Section>
      {mayLook ? null : (
        <Section id="sample" title={t("sample.title")} lead={t("sample.lead")}>
          <div className="pt-5">
            {products.length > 0 ? (
              <SampleForm products={products} email={email} send={sendSampleEvent} />
            ) : (
              <p className="text-ink-2">{t("sample.noProducts")}</p>
            )}
          </div>
        </Section>
      )}
    </Page>
  );
}
