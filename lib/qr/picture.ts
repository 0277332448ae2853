import QRCode from "qrcode";

export const FORMATS = ["svg", "png"] as const;
export type Format = (typeof FORMATS)[number];

/** Modules of white around the code, as the standard asks. */
const MARGIN = 4;
/** Pixels of a PNG's side: sharp on a ticket of 8 cm. */
const PNG_WIDTH = 1_024;
/** A quarter may be creased or covered. */
const errorCorrectionLevel = "Q";

/** A code's picture: SVG as text, PNG as bytes. */
export async function drawCode(url: string, format: Format): Promise<string | Buffer> {
  const look = { margin: MARGIN, errorCorrectionLevel } as const;
  if (format === "svg") return await QRCode.toString(url, { ...look, type: "svg" });
  return await QRCode.toBuffer(url, { ...look, type: "png", width: PNG_WIDTH });
}
