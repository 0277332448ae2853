import { z } from "zod";

export const demoFile = z.object({
  url: z.url(),
  email: z.string(),
  password: z.string(),
  easycartUrl: z.url(),
  signingKey: z.string(),
  inboxUrl: z.url(),
  toolsUrl: z.url(),
});

/** What the running copy wrote about itself. */
export type Demo = z.output<typeof demoFile>;
