const SUBJECTS = [
  "Absolwenci",
  "Kursanci",
  "Newsletter",
  "Klub czytelników",
  "Webinar",
  "Lista oczekujących",
  "Klienci VIP",
  "Warsztaty",
  "Konsultacje",
  "E-book",
  "Wyzwanie 30 dni",
  "Mastermind",
  "Abonament roczny",
  "Próbna lekcja",
  "Ambasadorzy",
];

const TERMS = [
  "jesień 2026",
  "zima 2026",
  "lato 2026",
  "wiosna 2026",
  "jesień 2025",
  "zima 2025",
  "lato 2025",
  "wiosna 2025",
  "edycja I",
  "edycja II",
];

/** `count` different names as a Polish shop would give them; `first` come first, as they are. */
export function listNames(count: number, first: string[] = []): string[] {
  const made = TERMS.flatMap((term) => SUBJECTS.map((subject) => `${subject} — ${term}`));
  return [...first, ...made.filter((name) => !first.includes(name))].slice(0, count);
}
