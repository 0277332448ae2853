const STROKED: Record<string, string> = { ł: "l", đ: "d", ø: "o" };

/** One plain small letter for each letter of `text`, so that positions stay: "Łódź" → "lodz". */
function plain(text: string): string {
  let result = "";
  for (const letter of text.normalize("NFC")) {
    const small = letter.toLowerCase();
    const base = STROKED[small] ?? small.normalize("NFD").charAt(0);
    // A letter outside the basic plane takes two units in the string; so must its stand-in.
    result += letter.length === base.length ? base : letter;
  }
  return result;
}

/** Where `query` stands in `text` (from, to), whatever the case and accents; null when it doesn't. */
export function findMatch(text: string, query: string): [number, number] | null {
  const sought = plain(query.trim());
  if (sought === "") return null;
  const from = plain(text).indexOf(sought);
  return from === -1 ? null : [from, from + sought.length];
}

/** Those whose label or note holds `query`; all of them when it is blank. Order stays. */
export function filterChoices<C extends { label: string; note?: string }>(
  choices: readonly C[],
  query: string,
): readonly C[] {
  if (query.trim() === "") return choices;
  return choices.filter(
    (choice) =>
      findMatch(choice.label, query) !== null ||
      (choice.note !== undefined && findMatch(choice.note, query) !== null),
  );
}
