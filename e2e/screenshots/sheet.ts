import { writeFileSync } from "node:fs";
import { fileOf, THEMES, WIDTHS } from "./camera";

/** One page with all pictures on it. */
export function writeSheet(folder: string, names: readonly string[]) {
  const rows = names.map((name) => {
    const pictures = WIDTHS.flatMap((width) =>
      THEMES.map((theme) => {
        const file = fileOf(name, width, theme);
        return `<a href="${file}"><img src="${file}" alt="${name}, ${width}, ${theme}" loading="lazy"></a>`;
      }),
    );
    return `<h2>${name}</h2><div>${pictures.join("")}</div>`;
  });
  const style =
    "body{font:14px system-ui;margin:24px;background:#888}div{display:flex;gap:12px;align-items:start}img{max-height:600px}";
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>${style}</style>${rows.join("\n")}\n`,
  );
}
