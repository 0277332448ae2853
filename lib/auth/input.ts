import { z } from "zod";

const email = z.string().trim().toLowerCase().pipe(z.email().max(254));

export const signInInput = z.object({
  email,
  // Only bounded: whether it is right is for its hash to say.
  password: z.string().min(1).max(200),
});

export const signUpInput = z.object({
  store: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(80),
  email,
  password: z.string().min(10).max(200),
});
