import { Eye } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { listPeople, type Member } from "@/lib/auth/queries";

/** For those who may only look: who changes what stands here, and how to ask. Nothing for everybody else. */
export async function AskOwner({ member }: { member: Pick<Member, "storeId" | "role"> }) {
  if (member.role !== "viewer") return null;
  const [t, people] = await Promise.all([
    getTranslations("shell.mayLook"),
    listPeople(member.storeId),
  ]);
  const owner = people.find(({ role }) => role === "owner");
  return (
    <p className="mb-5 flex gap-2 text-small text-ink-2">
      <Eye aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <span>
        {owner
          ? t.rich("ask", {
              name: owner.name,
              link: (words) => (
                <a href={`mailto:${owner.email}`} className="link">
                  {words}
                </a>
              ),
            })
          : t("noOwner")}
      </span>
    </p>
  );
}
