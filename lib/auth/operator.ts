import "server-only";
import { env } from "@/lib/env";

/** Whether a person runs this installation, not only a store on it. */
export const isOperator = (email: string) => env().OPERATOR_EMAILS.includes(email.toLowerCase());
