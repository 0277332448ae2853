import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { found } from "@/app/found";
import { Live } from "@/components/activity/live";
import { ReceiptCard } from "@/components/activity/receipt-card";
import { ReceiptSteps } from "@/components/activity/receipt-steps";
import { Turn, Verdict } from "@/components/activity/receipt-verdict";
import { RunControls } from "@/components/activity/run-controls";
import { Page } from "@/components/shell/page";
import { Columns } from "@/components/ui/card";
import { getReceipt, type Receipt } from "@/lib/activity/receipt-queries";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { formatDate, formatTime } from "@/lib/format-date";
import { ClientWords } from "@/lib/i18n/client-words";
import { cancel, startAgain, startNow } from "../actions";
import { shownReceipt } from "./receipt";

interface Props {
  params: Promise<{ run: string }>;
}

const SOON_MS = 60_000;

const load = cache(async (runId: string) => {
  const member = await requireMember();
  return { member, receipt: await found(getReceipt(member.storeId, runId)) };
});

const nameOf = ({ customer }: Receipt) => customer.name ?? customer.email;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { receipt } = await load((await params).run);
  return { title: nameOf(receipt) };
}

export default async function RunPage({ params }: Props) {
  const { member, receipt } = await load((await params).run);
  const [t, locale, shown] = await Promise.all([
    getTranslations("activity"),
    getLocale(),
    shownReceipt(receipt),
  ]);
  const reader = { locale, zone: member.store.timeZone, now: now() };
  const { zone } = reader;
  const at = { receipt: shown, zone, now: reader.now };
  const { dueAt } = shown;
  const due = `${formatDate(dueAt, reader)}, ${formatTime(dueAt, reader)}`;
  const seconds = refreshSeconds(receipt, reader.now);
  return (
    <ClientWords areas={["activity"]}>
      <Page
        crumbs={[{ label: t("title"), href: "/activity" }, { label: `${nameOf(receipt)}, ${due}` }]}
      >
        {seconds ? <Live seconds={seconds} /> : null}
        <Columns
          aside={
            <ReceiptCard {...at}>
              <RunControls
                runId={shown.id}
                status={shown.status}
                customer={nameOf(receipt)}
                mayAct={member.role !== "viewer"}
                cancel={cancel}
                runNow={startNow}
                rerun={startAgain}
              />
            </ReceiptCard>
          }
        >
          <Verdict {...at} />
          <Turn {...at} />
          <h2 className="pt-1 pb-2.5 text-section">{t("steps.title")}</h2>
          <ReceiptSteps {...at} />
        </Columns>
      </Page>
    </ClientWords>
  );
}

/** How often there may be news; undefined: never again. */
function refreshSeconds({ run: { status, wakeAt } }: Receipt, at: Date): number | undefined {
  if (status === "running") return 1;
  if (!wakeAt) return undefined;
  return wakeAt.getTime() - at.getTime() < SOON_MS ? 2 : 15;
}
