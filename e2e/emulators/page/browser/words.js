/** Names of what tools hold, as the merchant knows them; a new tool's own word shows as it is. */
export const COLLECTIONS = {
  campaigns: "Kampanie",
  lists: "Listy",
  tags: "Tagi",
  groups: "Grupy",
  spaceGroups: "Grupy przestrzeni",
  spaces: "Przestrzenie",
  members: "Społeczność",
  contacts: "Kontakty",
  subscribers: "Subskrybenci",
  queue: "W kolejce",
  jobs: "Zadania",
  pending: "Czeka na potwierdzenie",
  blocklist: "Zablokowani",
  blocked: "Zablokowani",
  undeliverable: "Niedostarczalni",
  deleted: "Usunięci",
  forgotten: "Zapomniani",
  suppressed: "Wypisani ze wszystkiego",
};

/** Status as a tool says it → word and tone. */
export const STATUSES = {
  active: ["aktywny", "ok"],
  subscribed: ["aktywny", "ok"],
  unsubscribed: ["wypisany", "warn"],
  cancelled: ["wypisany", "warn"],
  suppressed: ["wypisany ze wszystkiego", "warn"],
  bounced: ["odbity", "bad"],
  cleaned: ["odbity", "bad"],
  complained: ["zgłosił spam", "bad"],
  junk: ["zgłosił spam", "bad"],
  pending: ["czeka na potwierdzenie", "warn"],
  unconfirmed: ["czeka na potwierdzenie", "warn"],
  invited: ["zaproszony", "warn"],
  inactive: ["nieaktywny", "warn"],
  archived: ["zarchiwizowany", "warn"],
  removed: ["usunięty", "warn"],
  completed: ["gotowe", "ok"],
  errored: ["błąd", "bad"],
  failed: ["błąd", "bad"],
};

/** What can be tried by hand, without any control. */
export const HELP = [
  [
    "Klucz, który działa",
    "Każdy o\u00a0kształcie właściwym dla narzędzia. W\u00a0Mailchimp: 32 cyfry szesnastkowe i\u00a0„-us19”. W\u00a0MailerLite: co najmniej 100 znaków, w\u00a0MailerLite Classic mniej. W\u00a0SendGrid: „SG.”, 22 znaki, kropka i\u00a043 znaki.",
  ],
  [
    "Klucz, który nie działa",
    "Taki, w\u00a0którym jest „zly” albo „bad” (w\u00a0Mailchimp na początku). W\u00a0Circle token zaczynający się od „v1” jest innego rodzaju.",
  ],
  [
    "Zły adres konta",
    "W\u00a0ActiveCampaign każda nazwa konta działa, poza tymi ze słowem „nieistnieje”.",
  ],
  [
    "Klient, który się wypisał",
    "wypisany@poczta.example: każde narzędzie odpowiada o\u00a0nim tak, jak prawdziwe.",
  ],
  ["Adres, z\u00a0którego poczta wraca", "odbity@poczta.example"],
  ["Adres zablokowany", "zablokowany@poczta.example w\u00a0GetResponse i\u00a0MailerLite Classic."],
  ["Adres, któremu Mailchimp nie wierzy", "Każdy, który zaczyna się od „fake+”."],
  [
    "Wyłączony scenariusz Make",
    "Adres webhooka, w\u00a0którym ścieżka zaczyna się od „off”, na przykład https://hook.eu2.make.com/off-1.",
  ],
  [
    "Kolejki",
    "GetResponse pokazuje nowy kontakt po 0,3\u00a0s, SendGrid po 2\u00a0s. W\u00a0prawdziwych narzędziach trwa to dłużej.",
  ],
];

const TIME = new Intl.DateTimeFormat("pl", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const DATE = new Intl.DateTimeFormat("pl", { day: "numeric", month: "short", year: "numeric" });
const DAY = new Intl.DateTimeFormat("pl", { dateStyle: "short" });

/** Today by the second, anything older by the day. */
export function when(instant) {
  const date = new Date(instant);
  return DAY.format(date) === DAY.format(new Date()) ? TIME.format(date) : DATE.format(date);
}

const PLURAL = new Intl.PluralRules("pl");

export function counted(count, one, few, many) {
  const word = { one, few, many }[PLURAL.select(count)] ?? many;
  return `${count.toLocaleString("pl")}\u00a0${word}`;
}
