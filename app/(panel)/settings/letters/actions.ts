"use server";

import { memberAction } from "@/lib/action";
import { setLetterChoices } from "@/lib/alerts/choice-queries";
import { letterChoicesInput } from "@/lib/alerts/input";

export const saveLetters = memberAction(
  "saveLetters",
  letterChoicesInput,
  (choices, { storeId, userId }) => setLetterChoices(storeId, userId, choices),
  // It changes nothing of the store, only what reaches the person.
  { reads: true },
);
