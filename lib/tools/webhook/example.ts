import type { Example } from "../example";

/** Receivers misconfigure: all but "gone" and "later" is tried again. */
const AGAIN = ["unavailable"];
/** Only the status counts. */
const DELIVERED = ["done"];

export const example: Example = {
  emulator: "webhooks",
  credentials: {
    url: "https://hook.eu2.make.com/abc123",
    secret: `whsec_${Buffer.from("an example of 32 bytes, no more!").toString("base64")}`,
    silence: "again",
  },
  reads: {
    "400": AGAIN,
    "401": AGAIN,
    "403": AGAIN,
    "403, empty": AGAIN,
    "404": AGAIN,
    "409": AGAIN,
    "422": AGAIN,
    "200, HTML": DELIVERED,
    "200, empty": DELIVERED,
    "200, truncated": DELIVERED,
    "200, 20 MB": DELIVERED,
  },
};
