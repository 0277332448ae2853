import { expect, test } from "vitest";
import { MAX_BYTES, readBody } from "./read-body";

function post(body: BodyInit | undefined, headers: HeadersInit = {}) {
  const options = { method: "POST", body, headers, duplex: "half" };
  return new Request("http://localhost/", options as RequestInit);
}

/** Chunks of 64 KiB without an end, and how many of them were asked for. */
function endless() {
  const asked = { chunks: 0 };
  const body = new ReadableStream({
    pull(controller) {
      asked.chunks++;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  return { body, asked };
}

const code = (name: string) => expect.objectContaining({ code: name });

test("reads a body up to the limit", async () => {
  expect(await readBody(post("{}"))).toEqual(Buffer.from("{}"));
  expect((await readBody(post(new Uint8Array(MAX_BYTES)))).length).toBe(MAX_BYTES);
  expect((await readBody(post(undefined))).length).toBe(0);
});

test("refuses what says that it is too large without reading it", async () => {
  const { body, asked } = endless();
  const request = post(body, { "content-length": String(MAX_BYTES + 1) });
  await expect(readBody(request)).rejects.toEqual(code("too_large"));
  expect(asked.chunks).toBeLessThanOrEqual(1);
});

test("stops reading at the limit when the length is a lie", async () => {
  const { body, asked } = endless();
  const request = post(body, { "content-length": "2" });
  await expect(readBody(request)).rejects.toEqual(code("too_large"));
  expect(asked.chunks).toBeLessThanOrEqual(MAX_BYTES / 65_536 + 2);
});

test("does not wait for ever for a body that does not come", async () => {
  const request = post(new ReadableStream());
  await expect(readBody(request, { ms: 20 })).rejects.toEqual(code("too_slow"));
});

test("a connection that breaks off is not a whole body", async () => {
  const body = new ReadableStream({
    pull(controller) {
      controller.error(new Error("aborted"));
    },
  });
  await expect(readBody(post(body))).rejects.toEqual(code("broken_body"));
});
