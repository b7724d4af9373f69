import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { judgeNode, pinnedNodes, provideNode } from "../../build/prepare/node-runtime.mjs";
import { type NodeRegistry, startNodeRegistry } from "./node-registry.ts";

const { engines } = JSON.parse(readFileSync("package.json", "utf8"));

/** Whether a version is in a range of npm's, as far as ours goes: `^A.B.C` and `>=A.B.C`, with `||` between them. */
function isAmong(range: string, version: string): boolean {
  return range.split(" || ").some((part) => {
    const [, kind, least = ""] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(part) ?? [];
    const isNewEnough = version.localeCompare(least, "en", { numeric: true }) >= 0;
    return isNewEnough && (kind === ">=" || version.split(".")[0] === least.split(".")[0]);
  });
}

describe("a version of Node", () => {
  it.each([
    ["18.20.8", "too old"],
    ["20.18.3", "too old"],
    ["20.19.0", "older"],
    ["20.20.2", "older"],
    ["21.7.3", "older"],
    ["22.21.1", "older"],
    ["22.22.0", "fits"],
    ["23.11.1", "older"],
    ["24.14.1", "older"],
    ["24.15.0", "fits"],
    ["25.0.0", "fits"],
    ["26.10.0", "fits"],
  ])("%s: %s", (version, judgement) => {
    expect(judgeNode(version)).toBe(judgement);
  });

  it.each(["20.19.0", "22.21.9", "22.22.0", "23.11.1", "24.14.9", "24.15.0", "26.10.0"])(
    "%s is judged as npm judges it by package.json",
    (version) => {
      expect(isAmong(engines.node, version)).toBe(judgeNode(version) === "fits");
    },
  );

  it.each(Object.entries(pinnedNodes))("that is fetched for %s is one to run on", (_, pinned) => {
    expect(judgeNode(pinned.package.split("@")[1] ?? "")).toBe("fits");
    expect(pinned.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });
});

describe.skipIf(process.platform === "win32")("a pinned Node", () => {
  const works = "echo v24.21.0";
  let folder: string;
  let nodes: string;
  let registry: NodeRegistry;
  let stop: AbortController;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cardbound-node-"));
    nodes = path.join(folder, "nodes");
    stop = new AbortController();
    vi.stubEnv("npm_config_cache", path.join(folder, "cache"));
    vi.stubEnv("npm_config_fetch_retries", "0");
    vi.spyOn(process.stderr, "write").mockReturnValue(true); // what the runner says
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function offer(script: string, answer?: (response: ServerResponse, archive: Buffer) => void) {
    registry = await startNodeRegistry(folder, script, answer);
    vi.stubEnv("npm_config_registry", registry.url);
  }
  const provide = (pinned = registry.pinned) => provideNode(pinned, nodes, stop.signal);
  /** Every file that is in the place of Nodes, and what is left of a fetch. */
  const files = () =>
    readdirSync(nodes, { recursive: true, encoding: "utf8" }).filter((name) => /bin.node$|^fetching-/.test(name));

  it("is fetched once, and then there", async () => {
    await offer(works);
    const place = await provide();
    expect(execFileSync(place, { encoding: "utf8" })).toBe("v24.21.0\n");
    expect(await provide()).toBe(place);
    expect(registry.fetches()).toBe(1);
    expect(files()).toEqual([path.relative(nodes, place)]);
  });

  it("can be read and run by every user, whatever the umask", async () => {
    await offer(works);
    const umask = process.umask(0o077);
    const place = await provide().finally(() => process.umask(umask));
    for (let at = place; at !== folder; at = path.dirname(at)) expect(statSync(at).mode & 0o777).toBe(0o755);
  });

  it("is refused, and nothing kept, when the package is another than the one that was pinned", async () => {
    await offer(works);
    const pinned = { ...registry.pinned, integrity: `sha512-${Buffer.alloc(64).toString("base64")}` };
    await expect(provide(pinned)).rejects.toMatchObject({
      message: "node-for-tests@24.21.0 does not match its pinned hash.",
      nextStep: "Do not use it; report this.",
    });
    expect(files()).toEqual([]);
  });

  it("is refused, and nothing kept, when the connection ends midway", async () => {
    await offer(works, (response, archive) => {
      response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
    });
    await expect(provide()).rejects.toThrow(/^Node 24\.21\.0 could not be fetched: npm error \S/);
    expect(files()).toEqual([]);
  });

  it("is refused, and nothing kept, when it does not run on this system", async () => {
    await offer("echo 'no such libc' >&2; exit 127");
    await expect(provide()).rejects.toThrow(/^Node 24\.21\.0 does not run on this system: .*127/);
    expect(files()).toEqual([]);
  });

  it("is refused when the registry cannot be reached, and says what to install", async () => {
    await offer(works);
    vi.stubEnv("npm_config_registry", "http://127.0.0.1:1");
    await expect(provide()).rejects.toMatchObject({
      message: expect.stringMatching(/could not be fetched: npm error .*ECONNREFUSED/),
      nextStep: expect.stringMatching(/^Install Node\.js 24 /),
    });
  });

  it("leaves nothing behind when its fetch is stopped", async () => {
    await offer(works, () => stop.abort()); // it is never sent
    await expect(provide()).rejects.toThrow();
    expect(files()).toEqual([]);
  });

  it("can be fetched by two starts at once", async () => {
    const waiting: Array<() => void> = [];
    await offer(works, (response, archive) => {
      waiting.push(() => response.end(archive));
      if (waiting.length === 2) for (const send of waiting) send();
    });
    const [first, second] = await Promise.all([provide(), provide()]);
    expect(second).toBe(first);
    expect(files()).toEqual([path.relative(nodes, first)]);
  });

  it("takes away what a killed fetch has left, and lets be what another one is at", async () => {
    await offer(works);
    for (const name of ["fetching-long-ago", "fetching-now"]) mkdirSync(path.join(nodes, name), { recursive: true });
    const longAgo = Date.now() / 1000 - 2 * 3600;
    utimesSync(path.join(nodes, "fetching-long-ago"), longAgo, longAgo);
    await provide();
    expect(existsSync(path.join(nodes, "fetching-long-ago"))).toBe(false);
    expect(existsSync(path.join(nodes, "fetching-now"))).toBe(true);
  });
});
