import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CodesDrawing } from "@/components/drawings/codes";
import { PlainPage } from "@/components/plain-page";
import { CodeFacts } from "@/components/qr/code-facts";
import { CodeHistory } from "@/components/qr/code-history";
import { CodeVerdict } from "@/components/qr/code-verdict";
import { ScanForm } from "@/components/qr/scan-form";
import { ButtonLink } from "@/components/ui/button-link";
import { callerAddress } from "@/lib/auth/address";
import { currentMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { ClientWords } from "@/lib/i18n/client-words";
import { guessWait, noteGuess } from "@/lib/qr/guess";
import { scansOfCode } from "@/lib/qr/queries";
import { scannerOf } from "@/lib/qr/scanner";
import { stateOf } from "@/lib/qr/state";
import { isToken } from "@/lib/qr/token";
import { type FoundCode, findCode } from "@/lib/qr/token-queries";
import { recordScan } from "./actions";

interface Props {
  params: Promise<{ code: string }>;
}

/** Scans of the history that fit a phone. */
const HISTORY = 5;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("qr.scan");
  // The address is the code: it must stand in no index and in no other site's log.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "no-referrer" };
}

/** What a scan of a customer's code opens. Opening it records nothing: previews of links open pages too. */
export default async function ScanPage({ params }: Props) {
  const { code: token } = await params;
  const member = await currentMember();
  const address = callerAddress((await headers()).get("x-forwarded-for"));
  const wait = member ? 0 : await guessWait(address);
  const t = await getTranslations("qr.scan");
  if (wait > 0)
    return (
      <Told title={t("wait")}>{t("waitText", { minutes: Math.max(1, Math.ceil(wait / 60)) })}</Told>
    );
  const code = isToken(token) ? await findCode(token) : undefined;
  if (!code) {
    if (!member) await noteGuess(address);
    return (
      <Told title={t("unknown")} drawing={<CodesDrawing />}>
        {t("unknownText")}
      </Told>
    );
  }
  const scanner = await scannerOf(member, code.storeId);
  const state = stateOf(code, now());
  if (!scanner)
    return (
      <PlainPage>
        <CodeVerdict state={state}>{t("outsider")}</CodeVerdict>
        {member ? null : (
          <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/qr/${token}`)}`}>
            {t("signIn")}
          </ButtonLink>
        )}
      </PlainPage>
    );
  return <ForMember code={code} mayScan={scanner.role !== "viewer"} />;
}

async function ForMember({ code, mayScan }: { code: FoundCode; mayScan: boolean }) {
  const t = await getTranslations("qr.scan");
  const at = { zone: code.store.timeZone, now: now() };
  const state = stateOf(code, at.now);
  const history = await scansOfCode(code.storeId, code.id, HISTORY);
  return (
    <ClientWords areas={["qr"]}>
      <PlainPage>
        <CodeVerdict state={state}>{code.store.name}</CodeVerdict>
        <CodeFacts code={code} {...at} />
        {mayScan ? (
          <ScanForm
            token={code.token}
            state={state}
            remaining={code.remaining}
            record={recordScan}
          />
        ) : (
          <p className="mt-6 text-ink-2">{t("viewer")}</p>
        )}
        <CodeHistory history={history} {...at} />
      </PlainPage>
    </ClientWords>
  );
}

function Told({
  title,
  drawing,
  children,
}: {
  title: string;
  drawing?: ReactNode;
  children: string;
}) {
  return (
    <PlainPage>
      {drawing ? <div className="mb-4">{drawing}</div> : null}
      <h1 className="text-title">{title}</h1>
      <p className="mt-1 text-pretty text-ink-2">{children}</p>
    </PlainPage>
  );
}
