/** What `newEndpoint` makes. */
const TOKEN = /^[0-9a-f]{40}$/;

export const isToken = (text: string) => TOKEN.test(text);

/** The address that a code's picture holds. */
export const scanUrl = (appUrl: string, token: string) => `${appUrl}/qr/${token}`;
