/** The page of ours that `next` names; "/" for anything that could lead elsewhere. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith("/")) return "/";
  // Browsers read "/\host" and "/<tab>/host" as another site; URL reads them the same way.
  const base = "http://ours.invalid";
  if (!URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  // "/..//host" has become "//host" by now.
  const ours = url.origin === base && !url.pathname.startsWith("//");
  return ours ? `${url.pathname}${url.search}` : "/";
}
