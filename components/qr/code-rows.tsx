import { useTranslations } from "next-intl";
import type { ListedCode } from "@/lib/qr/queries";
import type { CodeState as State } from "@/lib/qr/state";
import { Row, RowControls, RowLink, Rows, RowText } from "../ui/rows";
import { TextLink } from "../ui/text-link";
import { CodeState } from "./code-state";

export type ShownCode = ListedCode & { state: State };

/** Codes with their pictures; a row leads to the page that a scan opens. */
export function CodeRows({ codes, label }: { codes: readonly ShownCode[]; label: string }) {
  const t = useTranslations("qr.codes");
  return (
    <Rows
      columns="minmax(0,1fr) 140px 150px 110px"
      head={[t("columns.customer"), t("columns.state"), t("columns.scans"), t("columns.picture")]}
      label={label}
      className="md:pt-3"
    >
      {codes.map((code) => (
        <Row key={code.id}>
          <RowText
            note={code.customer.name ? code.customer.email : null}
            className="max-md:wrap-anywhere"
          >
            <RowLink href={`/qr/${code.token}`} prefetch={false} title={t("open")}>
              {code.customer.name ?? code.customer.email}
            </RowLink>
          </RowText>
          <CodeState state={code.state} />
          <Scans code={code} />
          <RowControls className="md:justify-start">
            <Pictures token={code.token} customer={code.customer.name ?? code.customer.email} />
          </RowControls>
        </Row>
      ))}
    </Rows>
  );
}

function Scans({ code: { scans, remaining } }: { code: ShownCode }) {
  const t = useTranslations("qr.codes");
  return (
    <RowText
      className="text-small text-ink-2"
      note={remaining === null ? null : t("left", { count: remaining })}
    >
      {t("scans", { count: scans })}
    </RowText>
  );
}

/** The code's picture in both formats, to send or to print. */
export function Pictures({ token, customer }: { token: string; customer: string }) {
  const t = useTranslations("qr.codes");
  return (["svg", "png"] as const).map((format) => (
    <TextLink
      key={format}
      href={`/qr/${token}/image?format=${format}`}
      prefetch={false}
      download={`kod-qr.${format}`}
      aria-label={t("download", { customer, format: t(format) })}
    >
      {t(format)}
    </TextLink>
  ));
}
