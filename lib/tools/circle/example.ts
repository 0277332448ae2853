import type { Example } from "../example";

export const example: Example = {
  credentials: { token: "circle-admin-v2-token-3f9c" },
  input: { addToSpaceGroup: { mayInvite: "yes" }, addToSpace: { mayInvite: "yes" } },
};
