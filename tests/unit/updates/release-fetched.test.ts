import { afterEach, describe, expect, it } from "vitest";
import { createReleaseSource } from "../../../src-main/updates/update-fetch.ts";
import { type OneServer, startOneServer } from "../backend/one-server.ts";

let server: OneServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function sourceOf(answer: Parameters<typeof startOneServer>[0], timeoutMs = 10_000) {
  server = await startOneServer(answer);
  return createReleaseSource({ fetch, address: `${server.origin}/app`, timeoutMs });
}

const outcome = (call: Promise<unknown>) =>
  call.then(String, (error: { reason?: string; code?: string }) => error.reason ?? error.code);

describe("the update server's answers", () => {
  it("are found below the profile's address", async () => {
    const source = await sourceOf((request, response) => response.end(request.url));
    expect(await outcome(source.root(7))).toBe("/app/7.root.json");
    expect(await outcome(source.release())).toBe("/app/targets.json");
  });

  it.each([403, 404])("say with %i that there is no newer root", async (status) => {
    const source = await sourceOf((_request, response) => response.writeHead(status).end());
    expect(await source.root(2)).toBeNull();
    expect(await outcome(source.release())).toBe("ERR_UPDATE_UNAVAILABLE");
  });

  it.each([204, 302, 429, 500])("are none with %i, so that no root is left out", async (status) => {
    const source = await sourceOf((_request, response) => response.writeHead(status, { location: "/" }).end());
    expect(await outcome(source.root(2))).toBe("ERR_UPDATE_UNAVAILABLE");
  });

  it("end at 64 KiB", async () => {
    const source = await sourceOf((_request, response) => {
      const more = () => response.write("x".repeat(10_000), (error) => error ?? setImmediate(more));
      more();
    });
    expect(await outcome(source.release())).toBe("too-large");
  });

  it("are waited for no longer than a call", async () => {
    const source = await sourceOf((_request, response) => response.write("{"), 50);
    expect(await outcome(source.release())).toBe("ERR_UPDATE_UNAVAILABLE");
  });

  it("carry no name of this computer or its keeper", async () => {
    const source = await sourceOf((_request, response) => response.end());
    await source.release();
    const sent = Object.keys(server?.arrivals[0]?.headers ?? {});
    expect(sent).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:cookie|authorization|referer)$/)]));
    expect(sent).toContain("host");
  });
});
