import type { Example } from "../example";

export const example: Example = {
  credentials: { apiKey: "k0123456789abcdefghij3f9c", plan: "standard" },
};
