/** Customers every tool knows from before, so that no list looks unused. */
export type Person = { email: string; firstName: string; lastName: string };

export const people: [Person, ...Person[]] = [
  { email: "anna.wisniewska@poczta.example", firstName: "Anna", lastName: "Wiśniewska" },
  { email: "piotr.zielinski@poczta.example", firstName: "Piotr", lastName: "Zieliński" },
  { email: "kasia+kursy@poczta.example", firstName: "Katarzyna", lastName: "Łuczak" },
  { email: "m.dabrowski@firma.example", firstName: "Michał", lastName: "Dąbrowski" },
  { email: "ola.kowalczyk@poczta.example", firstName: "Aleksandra", lastName: "Kowalczyk" },
];

/** Their names say what a tool will answer: they left, bounced, complained or are blocked. */
export const unsubscribed: Person = {
  email: "wypisany@poczta.example",
  firstName: "Wojciech",
  lastName: "Wypisany",
};
export const bounced: Person = {
  email: "odbity@poczta.example",
  firstName: "Olga",
  lastName: "Odbita",
};
export const blocked: Person = {
  email: "zablokowany@poczta.example",
  firstName: "Zenon",
  lastName: "Zablokowany",
};

export function fullName({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`;
}

/** Before any test or demo: 1 September 2025, 10:00 in Warsaw. The page's state.js knows it too. */
export const SEEDED_AT = Date.UTC(2025, 8, 1, 8);
