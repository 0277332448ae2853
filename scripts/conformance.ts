import { conform, exampleBeside } from "../lib/tools/conformance/conform";
import { tableOf } from "../lib/tools/conformance/table";
import { tools } from "../lib/tools/registry";

const { text, gaps } = tableOf(await conform(tools, exampleBeside));
console.log(text);
console.log(gaps.length === 0 ? "\nNo gap." : `\n${gaps.length} gaps:\n${gaps.join("\n")}`);
process.exit(gaps.length === 0 ? 0 : 1);
