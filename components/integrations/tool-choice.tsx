"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ToolCard } from "@/lib/tools/card";
import { ToolMark } from "../tool-mark";
import { Input } from "../ui/input";
import { RadioTiles } from "../ui/radio-rows";

type Props = {
  tools: readonly ToolCard[];
  value: string | null;
  onChange(toolId: string): void;
};

/** The catalogue: somebody's services apart from our own means, both searched at once. */
export function ToolChoice({ tools, value, onChange }: Props) {
  const t = useTranslations("integrations.tools");
  const [sought, setSought] = useState("");
  const wanted = sought.trim().toLowerCase();
  const matching = tools.filter(
    ({ name, summary }) =>
      name.toLowerCase().includes(wanted) || summary.toLowerCase().includes(wanted),
  );
  return (
    <div className="grid gap-4">
      <Input
        type="search"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        // Inside the form of the chosen tool, Enter would publish it.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        aria-label={t("search")}
        placeholder={t("search")}
        before={<Search aria-hidden className="size-4 shrink-0 text-ink-3" />}
      />
      {(["external", "internal"] as const).map((origin) => (
        <Group
          key={origin}
          title={t(origin)}
          tools={matching.filter((tool) => tool.origin === origin)}
          value={value}
          onChange={onChange}
        />
      ))}
      <p role="status" className="text-ink-2 empty:hidden">
        {matching.length === 0 ? t("none", { search: sought.trim() }) : null}
      </p>
    </div>
  );
}

function Group({ title, tools, value, onChange }: Props & { title: string }) {
  const id = useId();
  if (tools.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <p id={id} className="text-small font-medium">
        {title}
      </p>
      <RadioTiles
        aria-labelledby={id}
        value={value}
        onChange={onChange}
        options={tools.map((tool) => ({
          value: tool.id,
          label: tool.name,
          icon: <ToolMark mark={tool.mark} size="bare" />,
        }))}
      />
    </div>
  );
}
