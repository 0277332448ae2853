import { type ReactNode, useId } from "react";
import { RowHint } from "../editor-row";

interface ExtrasPartProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One of the three questions under "Dodatkowe warunki". */
export function ExtrasPart({ title, hint, children }: ExtrasPartProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand in a grid
    <div role="group" aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      <h3 id={id} className="text-small font-medium">
        {title}
      </h3>
      {children}
      {hint ? <RowHint>{hint}</RowHint> : null}
    </div>
  );
}
