"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { useState } from "react";
import { cn } from "./cn";

/** One line, cut with an ellipsis; the whole of it in a tooltip, when it is cut. On a phone it wraps. */
export function Truncate({ children, className }: { children: string; className?: string }) {
  const [cut, setCut] = useState(false);
  return (
    <Base.Root disabled={!cut}>
      <Base.Trigger
        render={<span />}
        onPointerEnter={({ currentTarget }) =>
          setCut(currentTarget.scrollWidth > currentTarget.clientWidth)
        }
        className={cn("block min-w-0 md:truncate max-md:wrap-break-word", className)}
      >
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className="max-w-80 rounded-control bg-ink px-2.5 py-1.5 text-note text-page">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
