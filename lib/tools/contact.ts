import type { Contact } from "./tool";

/** As every tool compares it. */
export const emailOf = ({ email }: Pick<Contact, "email">) => email.trim().toLowerCase();

/** What is known of the name; absent rather than empty, since an empty one would erase the tool's. */
export function namesOf(contact: Contact): { first?: string; last?: string; full?: string } {
  const [first, last] = [known(contact.firstName), known(contact.lastName)];
  const full = known(contact.name) ?? known([first, last].filter(Boolean).join(" "));
  // Where only the whole is known, it is better as a first name than lost.
  return { first: first ?? (last ? undefined : full), last, full };
}

const known = (text: string | undefined) => text?.trim() || undefined;
