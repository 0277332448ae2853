import type { Example } from "../example";

export const example: Example = {
  credentials: { apiKey: "0123456789abcdef0123456789ab3f9c" },
};
