"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./button";
import { Input, type InputProps } from "./input";

export interface SecretInputProps extends Omit<InputProps, "type" | "after" | "placeholder"> {
  /** Last letters of the secret that is kept ("3f9c"): shown after dots until something is typed. */
  kept?: string | null;
  placeholder?: string;
  words: { show: string; hide: string };
}

/**
 * A key or a password. What is kept never comes to the browser; an empty field means "keep it",
 * so only what was typed anew is sent.
 */
export function SecretInput({
  kept,
  placeholder,
  words,
  autoComplete = "off",
  ...rest
}: SecretInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...rest}
      type={shown ? "text" : "password"}
      autoComplete={autoComplete}
      spellCheck={false}
      placeholder={kept ? `${"•".repeat(12)}${kept}` : placeholder}
      after={
        <IconButton
          label={shown ? words.hide : words.show}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="-mr-2 size-7 max-md:size-9"
        >
          {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </IconButton>
      }
    />
  );
}
