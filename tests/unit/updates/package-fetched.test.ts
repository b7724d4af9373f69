// Attacker: somebody who controls the update server, or stands in front of it. Way: gives another package than the one that was
// signed, a longer one, or one without end. Impact: their program is installed as ours, or fills the disk.
// docs/threat-model.md#package-checked
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytes, described, packageName, serving, startPackages } from "./package-server.ts";

let packages: Awaited<ReturnType<typeof startPackages>>;
beforeEach(async () => {
  packages = await startPackages();
});
afterEach(() => packages.close());

const other = Buffer.from(bytes.toReversed());
const part = () => path.join(packages.folder, `${described.hashes.sha512}.part`);
const whole = () => path.join(packages.folder, `${described.hashes.sha512}.whole`);
const ranges = () => packages.server.arrivals.map(({ headers }) => headers.range);

/** Breaks off after some bytes. */
async function beginAndBreakOff(answer = serving(bytes, { cutAfter: 400_000 })): Promise<number> {
  packages.answers(answer);
  expect(await packages.take()).toBe("ERR_UPDATE_UNAVAILABLE");
  return readFileSync(part()).byteLength;
}

describe("a package", () => {
  it("is taken whole, and there afterwards", async () => {
    expect(await packages.store.has(described)).toBe(false);
    expect(await packages.take()).toBe("whole");
    expect(await packages.store.has(described)).toBe(true);
    expect(packages.heard.at(-1)).toBe(bytes.byteLength);
    expect(readFileSync(whole()).equals(bytes)).toBe(true);
  });

  it("is gone on with where it broke off", async () => {
    const kept = await beginAndBreakOff();
    expect(kept).toBeGreaterThan(0);
    packages.answers(serving());
    expect(await packages.take()).toBe("whole");
    expect(ranges()).toEqual([undefined, `bytes=${kept}-`]);
    expect(packages.server.arrivals[1]?.headers["if-range"]).toBe('"one"');
  });

  it("begins anew if the server has another file since", async () => {
    await beginAndBreakOff(serving(other, { etag: '"two"', cutAfter: 400_000 }));
    packages.answers(serving());
    expect(await packages.take()).toBe("whole");
  });

  it.each([
    ["without a mark", ""],
    ["with a weak one", 'W/"one"'],
  ])("begins anew at a server %s, which could mix two files", async (_name, etag) => {
    await beginAndBreakOff(serving(bytes, { etag, cutAfter: 400_000 }));
    packages.answers(serving());
    expect(await packages.take()).toBe("whole");
    expect(ranges()).toEqual([undefined, undefined]);
  });

  it("forgets the mark of what it begins anew", async () => {
    await beginAndBreakOff();
    await beginAndBreakOff(serving(bytes, { etag: "", cutAfter: 400_000 }));
    packages.answers(serving());
    expect(await packages.take()).toBe("whole");
    expect(ranges().at(-1)).toBeUndefined();
  });

  it("is not there if it has another length", async () => {
    await packages.take();
    writeFileSync(whole(), bytes.subarray(1));
    expect(await packages.store.has(described)).toBe(false);
  });

  it.each<[string, number, Record<string, string>]>([
    ["another part than asked for", 206, { "content-range": `bytes 0-${bytes.byteLength - 1}/${bytes.byteLength}` }],
    ["a part of another length", 206, { "content-range": "bytes 400000-599999/700000" }],
    ["no part", 416, {}],
  ])("begins anew after an answer with %s", async (_name, status, headers) => {
    await beginAndBreakOff();
    packages.answers((request, response) => {
      if (request.headers.range === undefined) serving()(request, response);
      else response.writeHead(status, headers).end("x".repeat(200_000));
    });
    expect(await packages.take()).toBe("whole");
  });

  it("replaces the one before", async () => {
    await packages.take();
    writeFileSync(path.join(packages.folder, "an-older-one.whole"), "old");
    await packages.store.copyOut(packageName, described);
    expect(readdirSync(packages.folder)).not.toContain("an-older-one.whole");
  });
});

describe("what is not taken", () => {
  it("other bytes: they are removed", async () => {
    packages.answers(serving(other));
    expect(await packages.take()).toBe("hash");
    expect([existsSync(part()), existsSync(whole())]).toEqual([false, false]);
  });

  it("what was begun elsewhere and goes on with ours", async () => {
    await beginAndBreakOff(serving(other, { cutAfter: 400_000 }));
    packages.answers(serving());
    expect(await packages.take()).toBe("hash");
    expect(existsSync(part())).toBe(false);
  });

  it("more than was signed, of which no end is waited for", async () => {
    packages.answers((_request, response) => {
      response.writeHead(200);
      const more = () => response.write(bytes, (error) => error ?? setImmediate(more));
      more();
    });
    expect(await packages.take()).toBe("length");
    expect(existsSync(part())).toBe(false);
  });

  it("less than was signed, which is kept for another time", async () => {
    packages.answers(serving(bytes.subarray(0, 1000)));
    expect(await packages.take()).toBe("ERR_UPDATE_UNAVAILABLE");
    expect(existsSync(part())).toBe(true);
  });

  it("what lies elsewhere", async () => {
    packages.answers((request, response) => {
      if (request.url === "/elsewhere") serving()(request, response);
      else response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await packages.take()).toBe("ERR_UPDATE_UNAVAILABLE");
    expect(packages.server.arrivals).toHaveLength(1);
  });

  it.each([
    ["an error", 500],
    ["nothing there", 404],
  ])("%s", async (_name, status) => {
    packages.answers((_request, response) => response.writeHead(status).end(bytes));
    expect(await packages.take()).toBe("ERR_UPDATE_UNAVAILABLE");
  });

  it("what stops coming", async () => {
    packages.answers((_request, response) => response.writeHead(200).write(bytes.subarray(0, 1000)));
    expect(await packages.take(50)).toBe("ERR_UPDATE_UNAVAILABLE");
  });

  it("what no longer fits on the disk: what came is removed, as everything else needs room too", async () => {
    async function* body() {
      yield bytes.subarray(0, 1000);
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" }); // as the write of these bytes would
    }
    const taken = packages.store.take(
      described,
      async () => ({ from: 0, etag: '"one"', body: body() }),
      () => undefined,
    );
    await expect(taken).rejects.toMatchObject({ code: "ERR_UPDATE_NOT_STORED" });
    expect(existsSync(part())).toBe(false);
  });

  it("what cannot be stored", async () => {
    writeFileSync(packages.folder, "not a folder");
    expect(await packages.take()).toBe("ERR_UPDATE_NOT_STORED");
  });
});

describe("what is handed to the installer", () => {
  it("is a copy with the signed bytes", async () => {
    await packages.take();
    const copy = await packages.store.copyOut(packageName, described);
    expect(path.basename(copy)).toBe(packageName);
    expect(readFileSync(copy).equals(bytes)).toBe(true);
  });

  it.each([
    ["a byte", Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xff])]), "hash"],
    ["the length", bytes.subarray(1), "length"],
  ])("is nothing if %s was changed on the disk", async (_name, changed, reason) => {
    await packages.take();
    writeFileSync(whole(), changed);
    await expect(packages.store.copyOut(packageName, described)).rejects.toMatchObject({ reason });
    expect(readdirSync(packages.folder).filter((name) => !name.endsWith(".mark"))).toEqual([]);
  });
});
