import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { callerAddress } from "./address";
import { tellSocketAddress } from "./socket-address";

const server = createServer(({ headers }, response) => {
  response.end(callerAddress(headers["x-forwarded-for"]?.toString()));
});
afterAll(() => server.close());

test("without a proxy nobody chooses the address that their tries are counted for", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seen = async (forwardedFor: string) => {
    const answer = await fetch(url, { headers: { "x-forwarded-for": forwardedFor } });
    return await answer.text();
  };
  expect(await seen("203.0.113.7")).toBe("203.0.113.7");
  tellSocketAddress();
  expect(await seen("203.0.113.7")).toBe("127.0.0.1");
});
