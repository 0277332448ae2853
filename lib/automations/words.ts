import type { useTranslations } from "next-intl";

/** What next-intl gives for `automations`, on either side. */
export type Words = ReturnType<typeof useTranslations<"automations">>;
