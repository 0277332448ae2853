import { appUrl } from "@/lib/env";
import { drawCode, FORMATS, type Format } from "@/lib/qr/picture";
import { isToken, scanUrl } from "@/lib/qr/token";

const TYPES: Record<Format, string> = { svg: "image/svg+xml", png: "image/png" };

/**
 * A code's picture, as ?format=svg or png. Drawn from the address alone: whoever asks knows the code
 * already, and learns nothing of whether there is one.
 */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  if (!isToken(code)) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get("format");
  const format = FORMATS.find((one) => one === asked) ?? "svg";
  const picture = await drawCode(scanUrl(appUrl(), code), format);
  return new Response(typeof picture === "string" ? picture : new Uint8Array(picture), {
    headers: {
      "content-type": TYPES[format],
      "cache-control": "private, max-age=86400",
      "x-robots-tag": "noindex",
    },
  });
}
