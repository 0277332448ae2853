import type { Example } from "../example";

export const example: Example = {
  credentials: {},
  input: {
    send: { to: "Sklep+powiadomienia@poczta.example", subject: "Kurs: Ada", text: "Dzień dobry" },
  },
};
