import { now } from "@/lib/clock";
import { partsHealth } from "@/lib/health/parts";

export const dynamic = "force-dynamic";

/** 200 only when every part works; 503 otherwise, with the broken ones named. `at` is the shop's present. */
export async function GET() {
  const parts = await partsHealth();
  const broken = Object.keys(parts).filter((part) => !parts[part]?.ok);
  const status = broken.length === 0 ? 200 : 503;
  return Response.json(
    { ok: status === 200, broken, parts, at: now() },
    { status, headers: { "cache-control": "no-store" } },
  );
}
