import { useTranslations } from "next-intl";
import { Section } from "../ui/section";
import { TextLink } from "../ui/text-link";
import { Pictures, type ShownCode } from "./code-rows";
import { CodeState } from "./code-state";

/** A customer's codes, small, beside their accesses. Nothing where there are none. */
export function CodesOfCustomer({
  codes,
  customer,
}: {
  codes: readonly ShownCode[];
  customer: string;
}) {
  const t = useTranslations("qr");
  if (codes.length === 0) return null;
  return (
    <Section title={t("ofCustomer")}>
      <ul>
        {codes.map(({ id, token, product, state }) => (
          <li key={id} className="grid gap-1 border-b py-3">
            <TextLink href={`/qr/${token}`} prefetch={false}>
              {product.name}
            </TextLink>
            <div className="flex flex-wrap items-center justify-between gap-x-4 text-small">
              <CodeState state={state} />
              <span className="flex gap-3">
                <Pictures token={token} customer={customer} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
