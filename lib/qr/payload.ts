import type { FoundCode } from "./token-queries";

/** Source of an access whose purchase named no order. */
const NO_ORDER = "-";

export type ScanFacts = {
  scanId: string;
  number: number;
  /** Scans taken, below zero; 0 where any number is allowed. */
  change: number;
  remaining: number | null;
  by: { name: string; email: string };
  at: Date;
  pictureUrl: string;
};

/** A scan as EasyCart would tell it: its flat envelope, and what the scan adds to it. */
export function scanPayload(code: FoundCode, facts: ScanFacts): Record<string, unknown> {
  const { customer, product, store, source } = code;
  const { scanId, number, change, remaining, by, at, pictureUrl } = facts;
  const seconds = Math.floor(at.getTime() / 1000);
  return {
    event: store.qrScannedEvent,
    timestamp: seconds,
    success: true,
    lang: store.locale,
    customer_name: customer.name,
    customer_first_name: customer.firstName,
    customer_last_name: customer.lastName,
    customer_email: customer.email,
    customer_id: customer.easycartId,
    order_uuid: source === NO_ORDER ? null : source,
    product_id: product.easycartId,
    product_name: product.name,
    qr_code_image: pictureUrl,
    qr_code_info: null,
    scanned_at: seconds,
    qr_code_id: code.id,
    qr_scan_id: scanId,
    qr_scan_number: number,
    qr_credits_change: change,
    qr_credits_remaining: remaining,
    qr_scanned_by_name: by.name,
    qr_scanned_by_email: by.email,
  };
}
