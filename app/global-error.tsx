"use client";

import { Wordmark } from "@/components/shell/wordmark";
import { bareButton } from "@/components/ui/bare-button";
import "./globals.css";

/**
 * Replaces the whole document when its frame itself failed. The language may be what failed, so
 * the words stand here, in both.
 */
export default function GlobalError({ retry }: { error: unknown; retry(): void }) {
  return (
    <html lang="pl">
      <body>
        <title>EasyCart</title>
        <main className="mx-auto grid min-h-dvh max-w-100 content-center justify-items-start gap-5 px-4">
          <Wordmark />
          <div>
            <h1 className="text-title">Nie udało się otworzyć panelu</h1>
            <p className="mt-1 text-ink-2">
              To, co zapisano, jest bezpieczne, a&nbsp;automatyzacje działają dalej.
            </p>
            <p className="mt-3 text-ink-2" lang="en">
              The panel could not be opened. What was saved is safe, and automations keep running.
            </p>
          </div>
          <button type="button" onClick={retry} className={bareButton}>
            Otwórz ponownie · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
