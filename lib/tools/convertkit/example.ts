import type { Example } from "../example";

export const example: Example = {
  emulator: "kit",
  credentials: { apiKey: "kit_0123456789abcdef3f9c" },
};
