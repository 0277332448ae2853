import { defineTool } from "../tool";
import { deliver, faults } from "./delivery";

const HOUR = 3_600;

export const webhook = defineTool({
  id: "webhook",
  name: "Webhook",
  origin: "internal",
  summary: {
    pl: "Wysyła dane zdarzenia pod Twój adres, na przykład do Make albo Zapiera.",
    en: "Sends the event's data to your address, for example to Make or Zapier.",
  },
  mark: {
    paths: [
      { d: "M3.5 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0" },
      { d: "M15.5 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0" },
      { d: "M8.5 17h7M10.8 8.2l-3.5 6.5M13.2 8.2l3.5 6.5" },
      { d: "M9.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0", accent: true },
    ],
  },
  guide: [
    {
      pl: "W Make dodaj moduł Webhooks → Custom webhook, w Zapierze wyzwalacz Webhooks by Zapier → Catch Hook. Własna aplikacja: przygotuj adres, który przyjmuje POST.",
      en: "In Make add the module Webhooks → Custom webhook, in Zapier the trigger Webhooks by Zapier → Catch Hook. Your own application: prepare an address that takes POST.",
    },
    {
      pl: "Skopiuj adres, który się tam pojawi. Musi zaczynać się od https://.",
      en: "Copy the address that appears there. It must begin with https://.",
    },
    {
      pl: "Wklej go tutaj. Sprawdzimy, czy serwer odpowiada, ale nic do niego nie wyślemy, więc scenariusz się nie uruchomi.",
      en: "Paste it here. We check whether the server answers but send nothing, so the scenario does not start.",
    },
    {
      pl: "Chcesz mieć pewność, że dane są od nas? Porównaj podpis z nagłówka webhook-signature, używając klucza podpisu tej integracji (standard: standardwebhooks.com).",
      en: "Do you want to be sure that the data come from us? Compare the signature in the webhook-signature header, using this integration's signing secret (standard: standardwebhooks.com).",
    },
  ],
  credentials: {
    url: {
      kind: "url",
      label: { pl: "Adres URL webhooka", en: "Webhook URL" },
      hint: {
        pl: "Wygenerujesz go na przykład w Make albo Zapierze.",
        en: "You generate it, for example, in Make or Zapier.",
      },
      placeholder: "https://hook.eu2.make.com/…",
    },
    secret: {
      kind: "signing",
      label: { pl: "Klucz podpisu", en: "Signing secret" },
      hint: {
        pl: "Utworzymy go sami i pokażemy raz. Nim odbiorca sprawdza, że dane są od nas.",
        en: "We make it and show it once. With it the receiver checks that the data come from us.",
      },
    },
    silence: {
      kind: "choice",
      label: { pl: "Gdy adres nie odpowie", en: "When the address does not answer" },
      initial: { pl: "ask", en: "ask" },
      advanced: true,
      choices: [
        {
          value: "ask",
          label: { pl: "Zapytaj mnie", en: "Ask me" },
          hint: {
            pl: "Nie wiemy wtedy, czy dane dotarły. Nie wyślemy ich drugi raz bez Ciebie.",
            en: "We do not know then whether the data arrived. We do not send them twice without you.",
          },
        },
        {
          value: "again",
          label: { pl: "Wyślij jeszcze raz", en: "Send again" },
          hint: {
            pl: "Dla odbiorców, którzy rozpoznają powtórkę po nagłówku webhook-id.",
            en: "For receivers that recognise a repetition by the webhook-id header.",
          },
        },
      ],
    },
  },
  limits: { concurrency: 10 },
  retryDelays: [5, 300, 1_800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR],
  connect: ({ url }) => ({ baseUrl: url }),
  address: ({ url }) => url,
  faults,
  // Any request starts a scenario of Make or Zapier, so the check only connects.
  check: async ({ http }) => ({ account: (await http.reach()).host }),
  actions: {
    send: {
      label: { pl: "Wyślij dane na webhooka", en: "Send data to the webhook" },
      hint: {
        pl: "Całe zdarzenie z EasyCart, a obok niego produkt, klient i ta automatyzacja.",
        en: "The whole event of EasyCart, with the product, the customer and this automation.",
      },
      sentence: { pl: "wyślemy dane na webhooka", en: "we will send the data to the webhook" },
      verdict: { pl: "— dane są u odbiorcy webhooka", en: "— the webhook's receiver has the data" },
      fields: {},
      repeatable: ({ silence }) => silence === "again",
      run: deliver,
    },
  },
});
