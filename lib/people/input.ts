import { z } from "zod";

const role = z.enum(["owner", "editor", "viewer"]);

export const invitationInput = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  role,
});

export const invitationId = z.object({ invitationId: z.string() });
export const personInput = z.object({ userId: z.string() });
export const roleInput = personInput.extend({ role });

/** `name`: asked of those who have no account yet. */
export const joinInput = z.object({
  token: z.string().max(100),
  name: z.string().trim().min(1).max(80).optional(),
  password: z.string().min(1).max(200),
});
/** A new account's password, as at sign-up. */
export const newcomerInput = joinInput.extend({
  name: z.string().trim().min(1).max(80),
  password: z.string().min(10).max(200),
});
