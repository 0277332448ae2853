import { describe, expect, test } from "vitest";
import { checkUrl, ForbiddenAddressError, isPublicAddress } from "./address";
import { NotConnectedError, openWire, publicLookup } from "./wire";

/** Every notation in which an address of ours, of the machine, or of its cloud can be written. */
const FORBIDDEN = [
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://0.0.0.0/",
  "https://0/",
  "https://10.0.0.1/",
  "https://172.16.0.1/",
  "https://172.31.255.255/",
  "https://192.168.1.1/",
  "https://100.64.0.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://2852039166/",
  "https://168.63.129.16/",
  "https://100.100.100.200/",
  "https://192.0.0.170/",
  "https://192.0.2.1/",
  "https://198.18.0.1/",
  "https://198.51.100.1/",
  "https://203.0.113.1/",
  "https://224.0.0.1/",
  "https://240.0.0.1/",
  "https://255.255.255.255/",
  "https://[::]/",
  "https://[::1]/",
  "https://[::7f00:1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[::ffff:169.254.169.254]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b::a9fe:a9fe]/",
  "https://[64:ff9b:1::1]/",
  "https://[2002:7f00:1::]/",
  "https://[2001:0:7f00:1::]/",
  "https://[2001:db8::1]/",
  "https://[3fff::1]/",
  "https://[fe80::1]/",
  "https://[fec0::1]/",
  "https://[fd00::1]/",
  "https://[fd00:ec2::254]/",
  "https://[ff02::1]/",
  "https://[100::1]/",
  "https://[5f00::1]/",
  "https://localhost/",
  "https://LOCALHOST/",
  "https://localhost./",
  "https://shop.localhost/",
  "https://printer.local/",
  "https://metadata.google.internal/",
  "https://db/",
  "https://intranet/",
  "https://router.lan/",
  "https://１２７.０.０.１/",
  "http://hook.eu2.make.com/abc",
  "ftp://hook.eu2.make.com/abc",
  "https://hook.eu2.make.com:8443/abc",
  "https://hook.eu2.make.com:80/abc",
  "https://user:password@hook.eu2.make.com/abc",
  "https://user@hook.eu2.make.com/abc",
];

const ALLOWED = [
  "https://hook.eu2.make.com/abc",
  "https://hooks.zapier.com:443/hooks/catch/1/a/",
  "https://sklep.example.com./webhook",
  "https://żółw.pl/webhook",
  "https://93.184.216.34/",
  "https://[2606:4700:4700::1111]/",
];

test.each(FORBIDDEN)("%s is not called", (address) => {
  expect(() => checkUrl(new URL(address))).toThrow(ForbiddenAddressError);
});

test.each(ALLOWED)("%s may be called", (address) => {
  expect(() => checkUrl(new URL(address))).not.toThrow();
});

test.each([
  ["8.8.8.8", true],
  ["2606:4700:4700::1111", true],
  ["::ffff:8.8.8.8", false],
  ["fe80::1%eth0", false],
  ["127.0.0.1", false],
  ["not an address", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

describe("at connect", () => {
  const call = (address: string) =>
    openWire().send({
      method: "GET",
      url: new URL(address),
      headers: {},
      timeoutMs: 5_000,
      limit: 1_000,
    });

  // The text of these was never checked here: only what is dialled.
  test.each(["https://127.0.0.1/", "https://[::1]/", "https://localhost/"])(
    "%s is refused before anything is sent",
    async (address) => {
      const refused = await call(address).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(NotConnectedError);
      expect(refused).toMatchObject({ cause: { name: "ForbiddenAddressError" } });
    },
  );

  test("a name that leads to ourselves is no answer, in whatever form it is asked for", async () => {
    const asked = (options: { all?: boolean; family?: number }) =>
      new Promise((resolve) => {
        publicLookup("localhost", options, (error) => resolve(error));
      });
    expect(await asked({ all: true })).toBeInstanceOf(ForbiddenAddressError);
    expect(await asked({})).toBeInstanceOf(ForbiddenAddressError);
    expect(await asked({ family: 4 })).toBeInstanceOf(ForbiddenAddressError);
  });

  test("reaching is refused too", async () => {
    await expect(openWire().reach(new URL("https://localhost/"))).rejects.toMatchObject({
      cause: { reason: "leads to no public address" },
    });
  });
});
