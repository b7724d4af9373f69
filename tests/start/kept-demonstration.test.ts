import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDemonstration } from "../../build/demonstration/kept-demonstration.mjs";
import { startServers } from "../../build/tasks/servers.mjs";

let home: string;
let said: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "cardbound-world-"));
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(home, { recursive: true, force: true });
});

const open = (fresh = false) => openDemonstration({ fresh, env: { XDG_DATA_HOME: home, LOCALAPPDATA: home } });

/** One start without its servers. @returns where they are to listen */
async function start(profile?: string): Promise<{ sandbox: number; backend: number }> {
  const own = profile === undefined ? {} : { CARDBOUND_PROFILE: profile };
  const demonstration = await openDemonstration({
    fresh: false,
    env: { XDG_DATA_HOME: home, LOCALAPPDATA: home, ...own },
  });
  const ports = await demonstration.takePorts();
  const url = (port: number) => `http://127.0.0.1:${port || 9}`;
  await demonstration.noteServers({ sandboxUrl: url(ports.sandbox), backendUrl: url(ports.backend) });
  demonstration.close();
  return ports;
}

describe.skipIf(process.platform === "darwin")("the world of npm start", () => {
  test("has the same ports at each start", async () => {
    const first = await start();
    expect(first.backend).toBeGreaterThan(0);
    expect(first.sandbox).not.toBe(first.backend);
    expect(await start()).toEqual(first);
    expect(said).toBe("");
  });

  test("says where another program has one, and goes elsewhere this time alone", async () => {
    const first = await start();
    const squatter = createServer().listen(first.backend, "127.0.0.1");
    await once(squatter, "listening");
    expect(await start()).toEqual({ ...first, backend: 0 });
    expect(said).toContain(`another program has port ${first.backend}`);
    squatter.close();
    await once(squatter, "close");
    expect(await start()).toEqual(first);
  });

  test("is one start's at a time, and the next one's after its end", async () => {
    const demonstration = await open();
    await expect(open()).rejects.toThrow("Another `npm start` is running");
    await expect(open(true)).rejects.toThrow("Another `npm start` is running");
    demonstration.close();
    (await open()).close();
  });

  test("knows every name under which an app of it had its entries in the keychain", async () => {
    await start();
    const profile = path.join(home, "partner.json");
    const { logo: _, ...written } = JSON.parse(await readFile("build/partner.json", "utf8"));
    await writeFile(profile, JSON.stringify({ ...written, product_name: "Other Bank" }));
    await start(profile);
    await start();
    const { folder, close } = await open();
    close();
    const { services } = JSON.parse(await readFile(path.join(folder, "notes.json"), "utf8"));
    expect(services).toEqual(["Cardbound (development)", "Other Bank (development)"]);
  });

  test.skipIf(process.platform === "win32")("is in the home folder where XDG_DATA_HOME is relative", async () => {
    const demonstration = await openDemonstration({
      fresh: false,
      env: { HOME: home, XDG_DATA_HOME: "out/relative-data" },
    });
    demonstration.close();
    expect(demonstration.folder).toBe(path.join(home, ".local", "share", "cardbound-demonstration", "world"));
  });

  test("says what to do where its notes cannot be read", async () => {
    const { folder, close } = await open();
    close();
    await writeFile(path.join(folder, "notes.json"), "{");
    await expect(open()).rejects.toMatchObject({ nextStep: expect.stringContaining("--fresh") });
    (await open(true)).close();
    expect(said).toContain("so they stay");
    await writeFile(path.join(folder, "notes.json"), `{"ports":{"sandbox":"x","backend":70000},"origins":[]}`);
    await expect(open()).rejects.toMatchObject({ nextStep: expect.stringContaining("--fresh") });
  });

  test.each(["", '[{"name":"Ada', "[null]", null])(
    "begins anew where the customers were cut off: %j",
    async (customers) => {
      await start();
      const { folder, close } = await open();
      close();
      if (customers !== null) await writeFile(path.join(folder, "customers.json"), customers);
      (await open(true)).close();
      expect(said).toContain("so they stay");
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test("says that it can begin anew where a server refuses its damaged file", async () => {
    const { folder, close, takePorts } = await open();
    await writeFile(path.join(folder, "sandbox.json"), "{");
    const starting = startServers({ log: "ignore", lasting: { folder, ports: await takePorts() } });
    await expect(starting).rejects.toMatchObject({ nextStep: expect.stringContaining("--fresh") });
    close();
  });
});
