import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Public by their range, and yet not the internet: Azure answers its machines from this address. */
const DENIED = [ipaddr.parseCIDR("168.63.129.16/32")];
/** All that is handed out of IPv6's global addresses; leaves out `::/96`, NAT64 and what is to come. */
const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3");
const LOCAL_NAMES =
  /(^|\.)(local|internal|localhost|localdomain|lan|home|corp|intranet|arpa|onion)$/;

/** The target may not be called: `reason` in English, for logs. */
export class ForbiddenAddressError extends Error {
  override name = "ForbiddenAddressError";
  constructor(
    readonly host: string,
    readonly reason: string,
  ) {
    super(`${host}: ${reason}`);
  }
}

/** Whether an IP literal, as DNS or a URL gives it, is an address on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip.range() !== "unicast") return false;
  if (ip instanceof ipaddr.IPv6) return ip.match(GLOBAL_V6);
  return !DENIED.some((range) => ip.match(range as [ipaddr.IPv4, number]));
}

/**
 * Throws ForbiddenAddressError unless `url` may be called as far as its text tells: https, its usual
 * port, no credentials, a public name or address. What the name leads to is checked at connect.
 * The URL parser has already written every notation of IPv4 (0x7f.1, 2130706433) as four numbers.
 */
export function checkUrl(url: URL): void {
  const host = bareHost(url);
  const refuse = (reason: string) => {
    throw new ForbiddenAddressError(host, reason);
  };
  if (url.protocol !== "https:") refuse("only https is called");
  if (url.username || url.password) refuse("the address holds credentials");
  if (url.port) refuse("only port 443 is called");
  if (isIP(host)) {
    if (!isPublicAddress(host)) refuse("not a public address");
  } else if (!host.includes(".") || LOCAL_NAMES.test(host)) refuse("not a public name");
}

/** The host without the brackets of IPv6 and the dot of a full name. */
export function bareHost(url: Pick<URL, "hostname">): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
