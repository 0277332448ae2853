import type { Conformance } from "./conform";

/** Letters of a tool's name that head its column. */
const HEAD = 8;

/** Rows of answers, a column for each tool: ✓ as it must be, ✗ a gap, · does not apply. */
export function tableOf(found: Conformance): { text: string; gaps: string[] } {
  const rows = [...new Set([...found.values()].flat().map(({ row }) => row))];
  const names = [...found.keys()];
  const width = Math.max(...rows.map((row) => row.length));
  const head = `${" ".repeat(width)}  ${names.map((name) => short(name)).join(" ")}`;
  const lines = rows.map((row) => {
    const cells = names.map((name) => {
      const gaps = gapsOf(found, name, row);
      return (gaps === undefined ? "·" : gaps.length === 0 ? "✓" : "✗").padEnd(HEAD);
    });
    return `${row.padEnd(width)}  ${cells.join(" ")}`.trimEnd();
  });
  const gaps = names.flatMap((name) => rows.flatMap((row) => told(found, name, row)));
  return { text: [head, ...lines].join("\n"), gaps };
}

const short = (name: string) =>
  (name.length > HEAD ? `${name.slice(0, HEAD - 1)}…` : name).padEnd(HEAD);

function gapsOf(found: Conformance, name: string, row: string): string[] | undefined {
  const findings = found.get(name)?.filter((finding) => finding.row === row) ?? [];
  return findings.length === 0 ? undefined : findings.flatMap(({ gaps }) => gaps);
}

const told = (found: Conformance, name: string, row: string) =>
  (gapsOf(found, name, row) ?? []).map((gap) => `${row}: ${gap}`);
