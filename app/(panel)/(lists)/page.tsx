import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { shown } from "@/app/(panel)/activity/shown";
import { Live } from "@/components/activity/live";
import { Page } from "@/components/shell/page";
import { Causes } from "@/components/start/causes";
import { Checklist } from "@/components/start/checklist";
import { DaysChart } from "@/components/start/days-chart";
import { Figures } from "@/components/start/figures";
import { Health } from "@/components/start/health";
import { NextRuns } from "@/components/start/next-runs";
import { Tour } from "@/components/tour/tour";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { COUNTED_AT_MOST, countWaiting, nextRuns } from "@/lib/activity/queries";
import { readStart } from "@/lib/activity/start";
import { storeProgress } from "@/lib/activity/start-queries";
import type { Member } from "@/lib/auth/queries";
import { requireMember } from "@/lib/auth/session";
import { formatDay, formatTime } from "@/lib/format-date";
import { listIntegrations } from "@/lib/integrations/usage-queries";
import { answerTour } from "../actions";
import { checklistOf, shownCause, shownHealth } from "../start-shown";
import { isTourOffered } from "../tour-offered";

const REFRESH_SECONDS = 15;
const NEXT_SHOWN = 5;
const INTEGRATIONS_SHOWN = 6;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("start");
  return { title: t("title") };
}

export default async function StartPage() {
  const member = await requireMember();
  const [progress, offered, t] = await Promise.all([
    storeProgress(member.storeId),
    isTourOffered(member.userId),
    getTranslations("start"),
  ]);
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <Live seconds={REFRESH_SECONDS} />
      {progress.run ? (
        <>
          <Tour offered={offered} answer={answerTour} />
          <Day member={member} />
        </>
      ) : (
        <>
          <Beginning member={member} progress={progress} />
          <Tour offered={offered} always answer={answerTour} />
        </>
      )}
    </Page>
  );
}

async function Beginning({
  member,
  progress,
}: {
  member: Member;
  progress: Awaited<ReturnType<typeof storeProgress>>;
}) {
  return (
    <>
      <PageHeader title={member.store.name} />
      <Checklist steps={await checklistOf(member.storeId, progress)} />
    </>
  );
}

async function Day({ member: { storeId, store, role } }: { member: Member }) {
  const zone = store.timeZone;
  const [t, locale, start, waiting, coming, integrations] = await Promise.all([
    getTranslations("start"),
    getLocale(),
    readStart(storeId, zone),
    countWaiting(storeId),
    nextRuns(storeId, NEXT_SHOWN),
    listIntegrations(storeId),
  ]);
  const reader = { locale, zone, now: start.at };
  const at = { zone, now: start.at };
  const red = integrations.filter(({ connection }) => ["broken", "paused"].includes(connection));
  const causes = start.causes.map((cause) => shownCause(cause, locale));
  return (
    <>
      <PageHeader
        title={capital(formatDay(start.at, reader))}
        actions={
          role === "viewer" ? null : (
            <ButtonLink href="/automations/new" icon={<Plus aria-hidden />}>
              {t("create")}
            </ButtonLink>
          )
        }
      >
        {[
          t("state", { time: formatTime(start.at, reader) }),
          start.pace && t(`pace.${start.pace}`),
          t("broken", { broken: red.length }),
        ]
          .filter(Boolean)
          .join(" ")}
      </PageHeader>
      <Figures
        {...at}
        done={start.done}
        usual={start.usual}
        failed={start.failed}
        causes={causes.filter(({ status }) => status === "failed").length}
        unknown={start.unknown}
        waiting={waiting}
        countedAtMost={COUNTED_AT_MOST}
        nextAt={coming[0]?.dueAt}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div>
          <Causes causes={causes} {...at} />
          <DaysChart days={start.days} now={start.at} />
        </div>
        <div>
          <NextRuns runs={await shown(coming)} {...at} />
          <Health
            integrations={integrations
              .slice(0, INTEGRATIONS_SHOWN)
              .map((one) => shownHealth(one, locale))}
            total={integrations.length}
            {...at}
          />
        </div>
      </div>
    </>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
