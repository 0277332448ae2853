import "server-only";
import { env } from "@/lib/env";

/** Whether the person of that address runs this installation, not only a store on it. */
export const isOperator = (email: string) => env().OPERATOR_EMAILS.includes(email.toLowerCase());
