import type { Example } from "../example";

export const example: Example = {
  credentials: { token: `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${"a1B2".repeat(40)}.3f9c` },
};
