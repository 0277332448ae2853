/** waiting: on its way, or tried again later. failed: no more by itself. cancelled: its address was removed. */
export const DELIVERY_STATUSES = ["waiting", "done", "failed", "cancelled"] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
