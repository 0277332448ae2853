/** Only a long secret may show its end. */
const LONG = 12;

/** "•••• 3f9c": enough to tell two keys apart, not enough to use one. */
export function maskSecret(secret: string): string {
  return secret.length >= LONG ? `•••• ${secret.slice(-4)}` : "••••";
}
