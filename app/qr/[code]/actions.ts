"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { memberAction } from "@/lib/action";
import { NotFoundError, UserError } from "@/lib/errors";
import { announceReceived } from "@/lib/inngest/announce";
import { scanInput } from "@/lib/qr/input";
import { scan } from "@/lib/qr/scan";
import { scannerOf } from "@/lib/qr/scanner";
import { findCode } from "@/lib/qr/token-queries";

/** Records a scan or adds scans. By a member of the code's store, whichever of their stores is open. */
export const recordScan = memberAction(
  "qr.scan",
  scanInput,
  async ({ token, ...input }, member) => {
    const code = await findCode(token);
    const scanner = code && (await scannerOf(member, code.storeId));
    if (!code || !scanner) throw new NotFoundError();
    if (scanner.role === "viewer") throw new UserError("viewer");
    const { received, ...done } = await scan(code, scanner, input);
    if (received) after(() => announceReceived(received));
    revalidatePath(`/qr/${token}`);
    return { number: done.number, change: done.change, remaining: done.remaining };
  },
);
