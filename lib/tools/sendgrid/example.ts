import type { Example } from "../example";

export const example: Example = {
  credentials: { apiKey: `SG.${"a1B2c3".repeat(4)}.${"d4E5f6".repeat(7)}3f9c` },
};
