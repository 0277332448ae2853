import { useTranslations } from "next-intl";
import { InitialsSquare } from "../shell/initials-square";
import { Row, Rows, RowText } from "../ui/rows";
import { When } from "../when";

type Props = {
  people: readonly {
    userId: string;
    name: string;
    email: string;
    role: "owner" | "editor" | "viewer";
    since: Date;
  }[];
  /** Whoever is looking. */
  me: string;
  zone: string;
  now: Date;
};

export function People({ people, me, zone, now }: Props) {
  const t = useTranslations("settings.people");
  return (
    <Rows
      label={t("title")}
      columns="1.75rem minmax(0,1fr) 10rem 12rem"
      phoneColumns="1.75rem minmax(0,1fr)"
    >
      {people.map(({ userId, name, email, role, since }) => (
        <Row key={userId}>
          <InitialsSquare name={name} className="rounded-full" />
          <RowText strong note={email}>
            {userId === me ? t("you", { name }) : name}
          </RowText>
          <span className="text-small text-ink-2 max-md:col-start-2">{t(`role.${role}`)}</span>
          <span className="text-small text-ink-2 max-md:col-start-2">
            {t("since")} <When at={since} zone={zone} now={now} look="date" />
          </span>
        </Row>
      ))}
    </Rows>
  );
}
