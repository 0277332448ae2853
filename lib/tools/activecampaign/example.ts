import type { Example } from "../example";

export const example: Example = {
  credentials: { apiUrl: "https://demo.api-us1.com", apiKey: "0123456789abcdef01233f9c" },
};
