"use client";

import { AccountRow } from "./account-row";
import { ActionRow } from "./action-row";
import { ExtrasRow } from "./extras/extras-row";
import { FieldsRow } from "./fields-row";
import { MomentRow } from "./moment-row";
import { ToolRow } from "./tool-row";
import { TriggerRow } from "./trigger-row";

/** Each row decides a word of the sentence. */
export function EditorRows() {
  return (
    <>
      <TriggerRow />
      <MomentRow />
      <ToolRow />
      <AccountRow />
      <ActionRow />
      <FieldsRow />
      <ExtrasRow />
    </>
  );
}
