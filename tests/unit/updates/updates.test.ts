import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import { openPackage } from "../../../src-main/updates/update-fetch.ts";
import { openUpdateMemory } from "../../../src-main/updates/update-memory.ts";
import { createUpdates } from "../../../src-main/updates/updates.ts";
import { described, packageName, serving, startPackages } from "./package-server.ts";
import { now, release, root } from "./release-kit.ts";

let packages: Awaited<ReturnType<typeof startPackages>>;
const logged: string[] = [];
beforeEach(async () => {
  packages = await startPackages();
  vi.spyOn(process.stderr, "write").mockImplementation((line) => logged.push(String(line)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  logged.length = 0;
  await packages.close();
});

const builtInRoot = root();
const windows = { platform: "win32", arch: "x64" };
const offer = (said: Partial<Parameters<typeof release>[0]> & object = {}) =>
  release({ packages: { [packageName]: described }, ...said });

interface Given {
  readonly version?: string;
  readonly packageManager?: "apt" | "dnf" | "partner" | null;
  readonly system?: { platform: string; arch: string };
}

/** The program's updates with a server that says `release`, or nothing if that is null. */
function start({ version = "1.1.0", packageManager = null, system = windows }: Given = {}) {
  const world = { release: offer() as string | null, isChangeOpen: false, wants: true, opens: true, ms: 0, looks: 0 };
  const done: string[] = [];
  const updates = createUpdates({
    version,
    system,
    packageManager,
    builtInRoot,
    memory: openUpdateMemory(path.join(packages.folder, "..", "updates.json")),
    source: {
      root: async () => null,
      async release() {
        world.looks++;
        if (world.release === null) throw new AppError("ERR_UPDATE_UNAVAILABLE");
        return Buffer.from(world.release);
      },
    },
    openPackage: (...which) => openPackage({ fetch, address: packages.server.origin, timeoutMs: 10_000 }, ...which),
    store: packages.store,
    tellProgress: (percent) => done.push(`${percent} %`),
    isChangeOpen: () => world.isChangeOpen,
    askToQuit: async () => {
      done.push("asked");
      return world.wants;
    },
    openInstaller: async (file) => {
      done.push(`opened ${path.basename(file)}`);
      if (!world.opens) throw new AppError("ERR_UPDATE_NOT_STARTED");
    },
    quit: () => done.push("quit"),
    now: () => now,
    monotonicMs: () => world.ms,
  });
  return { updates, world, done };
}

const nothing = { newer: null, isRequired: false, failure: null };

describe("a newer version", () => {
  it("is offered", async () => {
    const newer = { version: "1.2.0", way: "install", isFetched: false };
    expect(await start().updates.look()).toEqual({ ...nothing, newer });
  });

  it.each<[string, Given, string | null]>([
    ["the same version", { version: "1.2.0" }, offer()],
    ["an older one, which is never offered", { version: "1.3.0" }, offer()],
    ["one for none of the computers yet", {}, offer({ said: { rollout_percent: 0 } })],
  ])("is not offered by %s", async (_name, given, said) => {
    const { updates, world } = start(given);
    world.release = said;
    expect(await updates.look()).toEqual(nothing);
  });

  it.each<[string, Given, string]>([
    ["by apt", { packageManager: "apt" }, "apt"],
    ["by dnf", { packageManager: "dnf" }, "dnf"],
    ["by the partner, without one for this system", { system: { platform: "darwin", arch: "x64" } }, "partner"],
    [
      "by the partner, without a package for this computer",
      { system: { platform: "win32", arch: "arm64" } },
      "partner",
    ],
  ])("comes %s, and is not fetched by the program then", async (_name, given, way) => {
    const { updates } = start(given);
    expect((await updates.look()).newer).toEqual({ version: "1.2.0", way, isFetched: false });
    await expect(updates.fetch()).rejects.toMatchObject({ code: "ERR_UPDATE_UNAVAILABLE" });
    await expect(updates.install()).rejects.toMatchObject({ code: "ERR_UPDATE_UNAVAILABLE" });
    expect(packages.server.arrivals).toEqual([]);
  });
});

describe("a version that the partner requires", () => {
  const required = () => offer({ said: { minimum_version: "1.2.0", rollout_percent: 0 } });

  it("is offered to every computer, and no PIN change begins without it", async () => {
    const { updates, world } = start();
    expect(() => updates.requireNewEnough()).not.toThrow();
    world.release = required();
    expect(await updates.look()).toMatchObject({ newer: { version: "1.2.0" }, isRequired: true });
    expect(() => updates.requireNewEnough()).toThrow("ERR_UPDATE_REQUIRED");
  });

  it("stays required where the server is held back later", async () => {
    const first = start();
    first.world.release = required();
    await first.updates.look();
    const { updates, world } = start();
    world.release = null;
    expect(await updates.look()).toEqual({ newer: null, isRequired: true, failure: "ERR_UPDATE_UNAVAILABLE" });
    expect(() => updates.requireNewEnough()).toThrow("ERR_UPDATE_REQUIRED");
  });

  it("is no more once it runs", async () => {
    const first = start();
    first.world.release = required();
    await first.updates.look();
    expect(() => start({ version: "1.2.0" }).updates.requireNewEnough()).not.toThrow();
  });
});

describe("looking", () => {
  it("is done once for six hours, and again at once after a failure", async () => {
    const { updates, world } = start();
    world.release = null;
    expect(await updates.look()).toEqual({ ...nothing, failure: "ERR_UPDATE_UNAVAILABLE" });
    world.release = offer();
    await Promise.all([updates.look(), updates.look()]);
    await updates.look();
    expect(world.looks).toBe(2);
    world.ms = 6 * 3_600_000 + 1;
    await updates.look();
    expect(world.looks).toBe(3);
  });

  it("keeps what was found when a later look fails", async () => {
    const { updates, world } = start();
    await updates.look();
    world.release = null;
    world.ms = 6 * 3_600_000 + 1;
    expect(await updates.look()).toMatchObject({ newer: { version: "1.2.0" }, failure: "ERR_UPDATE_UNAVAILABLE" });
  });

  it("says in the log what was refused", async () => {
    const { updates, world } = start();
    world.release = release({ by: [] });
    expect(await updates.look()).toEqual({ ...nothing, failure: "ERR_UPDATE_NOT_TRUSTED" });
    expect(logged.join("")).toContain('"event":"update_refused","reason":"not-signed"');
  });
});

describe("installing", () => {
  const fetched = async () => {
    const started = start();
    await started.updates.look();
    expect(await started.updates.fetch()).toMatchObject({ newer: { isFetched: true } });
    return started;
  };

  it("fetches, asks, opens the installer, and only then quits", async () => {
    const { updates, done } = await fetched();
    expect(await updates.install()).toBe(true);
    expect(done.slice(-4)).toEqual(["100 %", "asked", `opened ${packageName}`, "quit"]);
  });

  it("does nothing if the cardholder does not want to", async () => {
    const { updates, world, done } = await fetched();
    world.wants = false;
    expect(await updates.install()).toBe(false);
    expect(done.at(-1)).toBe("asked");
  });

  it("waits while anything of a PIN change is still to come", async () => {
    const { updates, world, done } = await fetched();
    world.isChangeOpen = true;
    await expect(updates.install()).rejects.toMatchObject({ code: "ERR_UPDATE_WAITS" });
    expect(done).not.toContain("asked");
  });

  it("does not quit if the installer was not opened", async () => {
    const { updates, world, done } = await fetched();
    world.opens = false;
    await expect(updates.install()).rejects.toMatchObject({ code: "ERR_UPDATE_NOT_STARTED" });
    expect(done).not.toContain("quit");
  });

  it("neither asks nor opens anything before it has been fetched", async () => {
    const { updates, done } = start();
    await updates.look();
    await expect(updates.install()).rejects.toMatchObject({ code: "ERR_UPDATE_UNAVAILABLE" });
    expect(done).toEqual([]);
  });

  it("says in the log that a package was refused", async () => {
    packages.answers(serving(Buffer.from("another one")));
    const { updates } = start();
    await updates.look();
    await expect(updates.fetch()).rejects.toMatchObject({ code: "ERR_UPDATE_UNAVAILABLE" });
    packages.answers(serving(Buffer.alloc(described.length)));
    await expect(updates.fetch()).rejects.toMatchObject({ code: "ERR_UPDATE_NOT_TRUSTED" });
    expect(logged.join("")).toContain('"event":"update_refused","reason":"hash"');
  });
});
