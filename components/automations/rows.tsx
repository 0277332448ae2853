"use client";

import { Locked } from "../ui/locked";
import { AccountRow } from "./account-row";
import { ActionRow } from "./action-row";
import { useEditor } from "./editor-context";
import { ExtrasRow } from "./extras/extras-row";
import { FieldsRow } from "./fields-row";
import { MomentRow } from "./moment-row";
import { ToolRow } from "./tool-row";
import { TriggerRow } from "./trigger-row";

/** Each row decides a word of the sentence. */
export function EditorRows() {
  return (
    <Locked when={!useEditor().mayPublish}>
      <TriggerRow />
      <MomentRow />
      <ToolRow />
      <AccountRow />
      <ActionRow />
      <FieldsRow />
      <ExtrasRow />
    </Locked>
  );
}
