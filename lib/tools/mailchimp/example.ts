import type { Example } from "../example";

export const example: Example = {
  credentials: { apiKey: "0123456789abcdef0123456789ab3f9c-us19" },
  // A 403 without a word is a throttle here.
  reads: { "403, empty": ["rate_limited"] },
};
