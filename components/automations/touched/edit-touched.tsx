"use client";

import { useTranslations } from "next-intl";
import { momentWords } from "@/lib/automations/sentence";
import type { EditedAutomation } from "../editor-context";
import type { usePublish } from "../use-publish";
import { TouchedDialog } from "./touched-dialog";

export interface EditTouchedProps {
  publishing: Pick<ReturnType<typeof usePublish>, "touched" | "pending" | "confirm" | "cancel">;
  edited: Pick<EditedAutomation, "version" | "name">;
}

/** Asked before an edit is published while people wait by earlier versions. */
export function EditTouched({ publishing, edited }: EditTouchedProps) {
  const t = useTranslations("automations");
  const { touched, pending, confirm, cancel } = publishing;
  const next = edited.version + 1;
  return (
    <TouchedDialog
      people={touched.people}
      kind="edit"
      confirmLabel={t("editor.publishVersion", { version: next })}
      pendingLabel={t("editor.publishing")}
      pending={pending}
      onMore={touched.more}
      onConfirm={confirm}
      onCancel={cancel}
    >
      {touched.people ? <Change {...touched.people.sum} name={edited.name} next={next} /> : null}
    </TouchedDialog>
  );
}

type ChangeProps = NonNullable<EditTouchedProps["publishing"]["touched"]["people"]>["sum"] & {
  name: string;
  next: number;
};

function Change({ moments, waiting, versions, name, next }: ChangeProps) {
  const t = useTranslations("automations");
  const b = (words: React.ReactNode) => <b>{words}</b>;
  const [first, ...others] = versions;
  const before = moments && momentWords(moments.before, t);
  const after = moments && momentWords(moments.after, t);
  return (
    <>
      {before && after && before === after
        ? t("touched.change.window", { version: next, name })
        : null}
      {before && after && before !== after
        ? t.rich("touched.change.time", { version: next, name, before, after, b })
        : null}
      {moments ? null : t("touched.change.other", { version: next, name })}{" "}
      {first === undefined || others.length > 0
        ? t("touched.change.waiting", { waiting })
        : t("touched.change.waitingBy", { waiting, version: first })}
    </>
  );
}
