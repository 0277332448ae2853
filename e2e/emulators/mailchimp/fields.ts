import { isObject } from "../core/call";

/** `fields=lists.id,lists.stats.member_count,total_items`: only these paths, through lists too. */
export function pickFields(body: unknown, fields: string | null): unknown {
  if (!fields) return body;
  return pick(
    body,
    fields.split(",").map((path) => path.trim().split(".")),
  );
}

function pick(value: unknown, paths: string[][]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, paths));
  if (!isObject(value)) return value;
  const picked: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const here = paths.filter(([first]) => first === name);
    if (here.length === 0) continue;
    const deeper = here.map(([, ...rest]) => rest).filter((rest) => rest.length > 0);
    picked[name] = deeper.length === here.length ? pick(inner, deeper) : inner;
  }
  return picked;
}
