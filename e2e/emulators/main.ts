import { z } from "zod";
import { startEmulators } from "./server";

const env = z
  .object({
    EMULATORS_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    EMULATORS_DATA: z.string().min(1).optional(),
  })
  .parse(process.env);

const emulators = await startEmulators({ port: env.EMULATORS_PORT, data: env.EMULATORS_DATA });
console.log(`ready ${emulators.origin}`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    await emulators.stop();
    process.exit(0);
  });
}
