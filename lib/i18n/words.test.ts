import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "./locale";
import { AREAS, loadMessages } from "./messages";

/** Every text by its path: "shell.menu" → "Menu". */
function texts(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) =>
    texts(inner, path ? `${path}.${key}` : key),
  );
}

/** Names between braces and tags that the caller has to give. */
function blanks(text: string): string[] {
  // A plural form of a single word, "one {minuta}", is no blank.
  const found = text.matchAll(
    /(?<!(?:\b(?:one|few|many|other)|=\d+)\s*)\{\s*(\w+)\s*[,}]|<(\w+)>/g,
  );
  const names = [...found].map(([, name, tag]) => name ?? tag);
  return [...new Set(names)].toSorted() as string[];
}

/** Every file of code that may refuse something. */
function sources(): string[] {
  return ["app", "lib"]
    .flatMap((root) => readdirSync(root, { recursive: true }).map((file) => `${root}/${file}`))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(file, "utf8"));
}

const words = {} as Record<Locale, Map<string, string>>;
beforeAll(async () => {
  words.pl = new Map(texts(await loadMessages("pl")));
  words.en = new Map(texts(await loadMessages("en")));
});

/** Paths of Polish texts that fail `holds`. */
function failing(holds: (text: string, path: string) => boolean, locale: Locale = "pl"): string[] {
  return [...words[locale]].filter(([path, text]) => !holds(text, path)).map(([path]) => path);
}

describe("words", () => {
  it("stand in every area", () => {
    expect(AREAS.length).toBeGreaterThan(10);
    expect(words.pl.size).toBeGreaterThan(50);
  });

  it("stand in both languages under the same keys", () => {
    expect([...words.en.keys()].toSorted()).toEqual([...words.pl.keys()].toSorted());
  });

  it("leave the same blanks in both languages", () => {
    const differing = failing((text, path) => {
      return String(blanks(words.en.get(path) ?? "")) === String(blanks(text));
    });
    expect(differing).toEqual([]);
  });

  it.each(["pl", "en"] as const)("are readable as ICU messages in %s", async (locale) => {
    const broken: string[] = [];
    const messages = await loadMessages(locale);
    const t = createTranslator<Record<string, unknown>>({
      locale,
      messages,
      onError: (error) => {
        if (error.code === "INVALID_MESSAGE") broken.push(error.message);
      },
    });
    for (const path of words[locale].keys()) t(path as never);
    expect(broken).toEqual([]);
  });

  it("know all four Polish plurals, and both English ones", () => {
    const complete = (forms: string[]) => (text: string) =>
      [...text.matchAll(/,\s*plural\s*,/g)].every(({ index }) =>
        forms.every(
          (form) =>
            text.slice(index).includes(`${form} {`) || text.slice(index).includes(`${form}{`),
        ),
      );
    expect(failing(complete(["one", "few", "many", "other"]))).toEqual([]);
    expect(failing(complete(["one", "other"]), "en")).toEqual([]);
  });

  it("never let a one-letter Polish word end a line", () => {
    expect(failing((text) => !/(?<![\p{L}\p{N}])[aiouwz] /iu.test(text))).toEqual([]);
  });

  it("quote and address as the voice asks", () => {
    expect(
      failing((text) => !/["!]|(?<!\p{L})(ok|zatwierdź|kontynuuj)(?!\p{L})/iu.test(text)),
    ).toEqual([]);
  });

  it("stand ready for every refusal", () => {
    const thrown = /UserError\(\s*"([\w.]+)"|params: \{ words: "([\w.]+)"/g;
    const named = sources().flatMap((source) =>
      [...source.matchAll(thrown)].map(([, key, refined]) => `errors.${key ?? refined}`),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !words.pl.has(path))).toEqual([]);
  });
});
