"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { ToolCard } from "@/lib/tools/card";
import { Sheet, SheetBody } from "../ui/sheet";
import { AskToLeave } from "../unsaved";
import type { SheetProps, Typed } from "./sheet-props";
import { ToolChoice } from "./tool-choice";
import { ToolForm } from "./tool-form";
import { ToolReady } from "./tool-ready";

/** Makes an integration, or edits one, beside the list that stays in sight. */
export function IntegrationSheet(props: SheetProps) {
  const { tools, editing, product, closeHref } = props;
  const t = useTranslations("integrations.sheet");
  const router = useRouter();
  const [toolId, setToolId] = useState(props.toolId ?? null);
  const tool = tools.find(({ id }) => id === toolId);
  // Not a state: what closes the sheet right after a letter would still read the one before it.
  const unsaved = useRef(false);
  const [asks, setAsks] = useState(false);
  const close = () => router.replace(closeHref, { scroll: false });
  const leave = () => (unsaved.current ? setAsks(true) : close());
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && leave()}
      title={editing ? t("editTitle", { name: editing.name }) : t("title")}
      description={product ? t("forProduct", { product: product.name }) : tool?.summary}
      closeLabel={t("close")}
    >
      <AskToLeave open={asks} onOpenChange={setAsks} onLeave={close} />
      <Chosen {...props} tool={tool} leave={leave} close={close} unsaved={unsaved}>
        {editing ? null : <ToolChoice tools={tools} value={toolId} onChange={setToolId} />}
      </Chosen>
    </Sheet>
  );
}

type ChosenProps = SheetProps & {
  tool: ToolCard | undefined;
  leave(): void;
  close(): void;
  unsaved: RefObject<boolean>;
  /** The choice of the tool, above what the chosen one asks for. */
  children: ReactNode;
};

function Chosen({ tool, children, editing, names, ...given }: ChosenProps) {
  const { mayWrite, publish, leave, close, unsaved } = given;
  const t = useTranslations("integrations.sheet");
  // Looking at another tool loses nothing of what was typed for this one.
  const typed = useRef<Record<string, Typed>>({});
  if (!tool?.needsAccount)
    return (
      <SheetBody>
        {children}
        {tool ? <ToolReady tool={tool} /> : <p className="text-ink-2">{t("chooseTool")}</p>}
      </SheetBody>
    );
  return (
    <ToolForm
      key={tool.id}
      tool={tool}
      editing={editing}
      initial={typed.current[tool.id] ?? editing ?? beginning(tool, names)}
      remember={(values) => {
        typed.current[tool.id] = values;
      }}
      mayWrite={mayWrite}
      publish={publish}
      leave={leave}
      close={close}
      unsaved={unsaved}
    >
      {children}
    </ToolForm>
  );
}

/** The tool's own name suits the first integration of it. */
function beginning(tool: ToolCard, names: readonly string[]): Typed {
  const taken = names.some((name) => name.toLowerCase() === tool.name.toLowerCase());
  const values = Object.entries(tool.credentials).map(([field, { initial }]) => [
    field,
    initial ?? "",
  ]);
  return { name: taken ? "" : tool.name, values: Object.fromEntries(values) };
}
