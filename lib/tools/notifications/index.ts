import { defineTool } from "../tool";

export const notifications = defineTool({
  id: "notifications",
  name: "Powiadomienia",
  names: { pl: "Powiadomienia", en: "Notifications" },
  origin: "internal",
  summary: {
    pl: "Wysyła wiadomość e-mail do Ciebie albo Twojego zespołu. Nie wymaga konta.",
    en: "Sends an e-mail to you or your team. Needs no account.",
  },
  mark: {
    paths: [{ d: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z" }, { d: "M10 21h4", accent: true }],
  },
  guide: [],
  credentials: {},
  limits: { concurrency: 2 },
  // Letters leave through a door of their own.
  connect: () => ({ baseUrl: "" }),
  check: async () => ({ account: "EasyCart" }),
  actions: {
    send: {
      label: { pl: "Utwórz powiadomienie e-mail", en: "Create an e-mail notification" },
      sentence: {
        pl: "wyślemy powiadomienie na adres {to}",
        en: "we will send a notification to {to}",
      },
      verdict: {
        pl: "— powiadomienie poszło na adres {to}",
        en: "— the notification went to {to}",
      },
      fields: {
        to: {
          kind: "email",
          label: { pl: "Adres e-mail", en: "E-mail address" },
          hint: {
            pl: "Na ten adres będą przychodzić powiadomienia.",
            en: "Notifications will arrive at this address.",
          },
          placeholder: "sklep@twojafirma.pl",
        },
        subject: {
          kind: "template",
          label: { pl: "Temat", en: "Subject" },
          initial: {
            pl: "{{product.name}}: {{customer.name|nowy klient}}",
            en: "{{product.name}}: {{customer.name|a new customer}}",
          },
        },
        text: {
          kind: "longtemplate",
          label: { pl: "Treść", en: "Text" },
          initial: {
            pl: "Dzień dobry,\n\nw Twoim sklepie coś się wydarzyło.\n\nProdukt: {{product.name}}\nKlient: {{customer.name|bez imienia}}, {{customer.email}}\n\nTę wiadomość wysłała automatyzacja EasyCart.",
            en: "Hello,\n\nsomething happened in your store.\n\nProduct: {{product.name}}\nCustomer: {{customer.name|without a name}}, {{customer.email}}\n\nThis message was sent by an EasyCart automation.",
          },
        },
      },
      // A letter can't be called back, and its reader would get it twice.
      repeatable: false,
      run: async ({ mail, input, occasion }) => {
        const { to, subject, text } = input;
        const sent = await mail({ to, subject, text, messageId: occasion.runId });
        return sent.accepted ? { outcome: "done" } : { outcome: "refused", words: sent.response };
      },
    },
  },
});
