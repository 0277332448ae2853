// @ts-check
// `npm run easycart -- <event>`: plays EasyCart. All of it is in easycart.ts, which needs the app's types.
import { spawnSync } from "node:child_process";
import { install, refuseOldNode } from "./install.mjs";
import { root } from "./root.mjs";
import { typescript } from "./run.mjs";

refuseOldNode();
await install({ dev: false });
const { status } = spawnSync(
  process.execPath,
  [...typescript, `${root}/scripts/easycart.ts`, ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
