"use client";

import { Braces } from "lucide-react";
import { Button } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";
import type { Variable } from "./props";

export function VariablesMenu({
  variables,
  label,
  onInsert,
}: {
  variables: readonly Variable[];
  label: string;
  onInsert(text: string): void;
}) {
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="small" icon={<Braces aria-hidden />} className="-my-1.5">
          {label}
        </Button>
      }
    >
      {variables.map((variable) => (
        <MenuItem key={variable.name} onSelect={() => onInsert(`{{${variable.name}}}`)}>
          <span className="min-w-0">
            <span className="block">{variable.label}</span>
            <span className="block font-mono text-code text-ink-3">{`{{${variable.name}}}`}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
