/** scan: the code was shown and counted. added: somebody added scans to those left. */
export const SCAN_KINDS = ["scan", "added"] as const;

export type ScanKind = (typeof SCAN_KINDS)[number];
