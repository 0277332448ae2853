import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Every tool against every answer, as a table; needs nothing but the installed packages. */
const script = fileURLToPath(new URL("conformance.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "tsx", script], { stdio: "inherit" });
process.exit(status ?? 1);
