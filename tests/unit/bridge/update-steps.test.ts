import { describe, expect, it } from "vitest";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii } from "../by-hand.ts";
import { sessionOf, usualConfig } from "../core-options.ts";
import { passcode } from "../keys/fake-enrolment.ts";
import { bytes, described, packageName } from "../updates/package-server.ts";
import { fromToday, release, root } from "../updates/release-kit.ts";
import { setUp, withKey } from "./running-handlers.ts";

catchOutput();

const address = "https://updates.partner.example";

/** The program with an update server that has version 99, of which `minimum` is required. */
function withUpdates({ minimum = "0.0.1" } = {}) {
  const said = release({
    days: fromToday(20),
    said: { version: "99.0.0", minimum_version: minimum },
    packages: { [packageName]: described },
  });
  const fetch = async (url: string) => {
    if (url === `${address}/targets.json`) return new Response(said);
    if (url.startsWith(`${address}/targets/`)) return new Response(bytes);
    return new Response(null, { status: 404 });
  };
  const done: string[] = [];
  const percents: number[] = [];
  const started = setUp(withKey(), {
    config: { ...usualConfig, updates: { address, root: root({ days: fromToday(100) }) } },
    updateSession: sessionOf(fetch),
    send: (event) => event.type === "update-progress" && percents.push(event.value),
    installer: () => ({
      system: { platform: "win32", arch: "x64" },
      packageManager: null,
      askToQuit: async () => done.push("asked") > 0,
      open: async () => void done.push("opened"),
      quit: () => void done.push("quit"),
    }),
  });
  return { ...started, done, percents };
}

describe("a newer version", () => {
  it("is looked for, fetched, and installed when the window says so", async () => {
    const { handlers, done, percents } = withUpdates();
    expect(await handlers.getUpdate()).toMatchObject({ newer: { version: "99.0.0", isFetched: false } });
    expect(await handlers.downloadUpdate()).toMatchObject({ newer: { isFetched: true }, isRequired: false });
    expect(percents.at(-1)).toBe(100);
    expect(await handlers.installUpdate()).toEqual({ isQuitting: true });
    expect(done).toEqual(["asked", "opened", "quit"]);
  });

  it("is nothing that a program without an update server knows of", async () => {
    const { handlers } = setUp();
    expect(await handlers.getUpdate()).toBeNull();
    for (const step of [handlers.downloadUpdate, handlers.installUpdate]) {
      await expect(step()).rejects.toMatchObject({ code: "ERR_REFUSED" });
    }
  });

  it("is not installed while a PIN change runs", async () => {
    const { handlers, bound, done } = withUpdates();
    await handlers.getUpdate();
    await handlers.downloadUpdate();
    await bound();
    await handlers.enterPasscode(passcode(), null);
    void handlers.changePin("a-card", ascii("1928"), "signed").catch(() => undefined);
    await expect(handlers.installUpdate()).rejects.toMatchObject({ code: "ERR_BUSY" });
    expect(done).toEqual([]);
  });
});

describe("a version that the partner requires", () => {
  it("lets no PIN change begin, and everything else", async () => {
    const { handlers, bound } = withUpdates({ minimum: "99.0.0" });
    await bound();
    await handlers.beginPinEntry();
    expect(await handlers.getUpdate()).toMatchObject({ isRequired: true });
    await expect(handlers.beginPinEntry()).rejects.toMatchObject({ code: "ERR_UPDATE_REQUIRED" });
    const change = handlers.changePin("a-card", ascii("1928"), "sms");
    await expect(change).rejects.toMatchObject({ code: "ERR_UPDATE_REQUIRED" });
    expect(await handlers.listCards()).toMatchObject({ cards: [] });
  });

  it("is not asked for by a release that names an older minimum", async () => {
    const { handlers, bound } = withUpdates();
    await bound();
    await handlers.getUpdate();
    expect(await handlers.beginPinEntry()).toBeNull();
  });
});
