"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { controlFrame } from "./control-style";

const SHOWN_MS = 2000;

/** An address or a key to take elsewhere, with its button. */
export function CopyField({
  value,
  label,
  words,
}: {
  value: string;
  /** Names what is copied, for those who don't see it. */
  label: string;
  words: { copy: string; copied: string };
}) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  }
  return (
    <div className="flex items-stretch gap-2 max-md:flex-col">
      <output
        aria-label={label}
        className={`${controlFrame} py-1.5 font-mono text-code wrap-anywhere`}
      >
        {value}
      </output>
      <Button
        aria-live="polite"
        icon={copied ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />}
        onClick={copy}
      >
        {copied ? words.copied : words.copy}
      </Button>
    </div>
  );
}
