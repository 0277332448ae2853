import { getLetterChoices, letterRecipients, setLetterChoices } from "@/lib/alerts/choice-queries";
import { setDigestDue } from "@/lib/alerts/digest-queries";
import { now } from "@/lib/clock";
import { NotFoundError } from "@/lib/errors";
import { REFUSED, wall } from "./wall";

export const alertWalls = [
  wall(getLetterChoices, new NotFoundError(), (ask, id, { user }) => ask(id, user.id)),
  wall(setLetterChoices, REFUSED, (ask, id, { user }) =>
    ask(id, user.id, { alerts: true, recoveries: true, digest: true }),
  ),
  wall(letterRecipients, [], (ask, id) => ask(id, "digest")),
  wall(setDigestDue, undefined, (ask, id) => ask(id, now())),
];
