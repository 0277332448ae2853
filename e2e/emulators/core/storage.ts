import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const VERSION = 1;
const DEBOUNCE_MS = 250;

const savedFile = z.object({ version: z.literal(VERSION), state: z.unknown() });

/** One file a tool, written a moment after the last change and once more at the end. */
export class Storage {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string | undefined,
    private readonly stateOf: (id: string) => unknown,
  ) {}

  changed(id: string): void {
    if (this.folder === undefined || this.timers.has(id)) return;
    this.timers.set(
      id,
      setTimeout(() => this.write(id), DEBOUNCE_MS),
    );
  }

  /** Writes whatever waits; resolves when it is on disk. */
  async flush(): Promise<void> {
    for (const id of [...this.timers.keys()]) this.write(id);
    await this.writing;
  }

  private write(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    const content = JSON.stringify({ version: VERSION, state: this.stateOf(id) });
    this.writing = this.writing
      .then(() => replaceFile(fileOf(this.folder ?? "", id), content))
      .catch((error: unknown) => {
        // The emulator goes on from memory; the next change tries again.
        console.log(JSON.stringify({ level: "error", msg: `${id}: not saved`, error: `${error}` }));
      });
  }
}

/** What an earlier process saved; undefined when there is nothing, or nothing of this version. */
export async function readSaved(folder: string | undefined, id: string): Promise<unknown> {
  if (folder === undefined) return undefined;
  await mkdir(folder, { recursive: true });
  const content = await readFile(fileOf(folder, id), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (content === undefined) return undefined;
  const saved = savedFile.safeParse(parsed(content));
  if (saved.success) return saved.data.state;
  console.log(
    JSON.stringify({ level: "warn", msg: `${id}: saved state is unreadable, seeding anew` }),
  );
  return undefined;
}

function fileOf(folder: string, id: string): string {
  return join(folder, `${id}.json`);
}

/** By rename, so that a kill never leaves half a file. */
async function replaceFile(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
