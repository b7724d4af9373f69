import { describe, expect, it, vi } from "vitest";
import { MOST_RECENT_ERRORS } from "../../../src-contract/bridge/diagnosis-view.ts";
import { runDiagnosis } from "../../../src-main/diagnosis/run-diagnosis.ts";
import type { KeychainReading } from "../../../src-main/keys/device-keychain.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { importAnew } from "../import-anew.ts";
import { fakeSubjects } from "./fake-diagnosis.ts";

catchOutput();
/** In a program that has told the window nothing yet. */
const startAnew = () =>
  importAnew(async () => ({
    ...(await import("../../../src-main/log.ts")),
    ...(await import("../../../src-main/diagnosis/run-diagnosis.ts")),
  }));
const never = () => new Promise<never>(() => {});
const { program } = fakeSubjects();
const onSystem = (platform: NodeJS.Platform, version: string) =>
  fakeSubjects({
    program: { ...program, process: { ...program.process, platform, getSystemVersion: () => version } },
  });

describe("a diagnosis", () => {
  it("says how everything stands where everything works", async () => {
    const { runDiagnosis } = await startAnew();
    expect(await runDiagnosis(fakeSubjects())).toEqual({
      takenAt: "2031-01-01T12:00:00.000Z",
      uptimeSeconds: 61,
      versions: { app: "1.2.3", electron: "33.2.1", chromium: "130.0.6723.137", node: "20.18.1" },
      system: { name: "linux", version: "6.1.0" },
      keychain: { which: "secret-service", state: "works" },
      backend: { state: "reachable" },
      way: "direct",
      tls: "used",
      clockDifferenceSeconds: 1,
      rendering: "hardware",
      screenReader: "off",
      language: "en",
      protection: "keychain_passcode",
      recentErrors: [],
    });
  });

  it.each([
    ["linux", "6.1.0-ADA-SINGLES-KERNEL", { name: "linux", version: "6.1.0" }, "secret-service"],
    ["darwin", "15.1", { name: "macos", version: "15.1" }, "macos-keychain"],
    ["win32", "10.0.22631", { name: "windows", version: "10.0.22631" }, "windows-credentials"],
    ["freebsd", "Ada", { name: "other", version: "unknown" }, "secret-service"],
    ["linux", "12345678901234567890", { name: "linux", version: "unknown" }, "secret-service"],
  ] as const)("names the system and its keychain: %s %s", async (platform, version, system, which) => {
    const view = await runDiagnosis(onSystem(platform, version));
    expect(view.system).toEqual(system);
    expect(view.keychain.which).toBe(which);
  });

  it.each<[KeychainReading, string]>([
    [{ state: "entry", text: "somebody's" }, "works"],
    [{ state: "empty" }, "works"],
    [{ state: "locked" }, "locked"],
    [{ state: "unavailable" }, "unavailable"],
    [{ state: "silent" }, "silent"],
  ])("tells the keychain's states apart: %o", async (reading, state) => {
    const view = await runDiagnosis(fakeSubjects({ keychain: { read: async () => reading } }));
    expect(view.keychain.state).toBe(state);
  });

  it.each([
    ["DIRECT", "direct"],
    [" DIRECT; PROXY proxy.example:8080", "direct"],
    ["PROXY proxy.example:8080; DIRECT", "proxy"],
    ["SOCKS5 10.0.0.1:1080", "proxy"],
  ])("says of a proxy that there is one, not which: %s", async (proxies, way) => {
    expect(await runDiagnosis(fakeSubjects({ resolveProxy: async () => proxies }))).toMatchObject({ way });
  });

  it.each([
    ["enabled", "hardware"],
    ["enabled_readback", "hardware"],
    ["disabled_software", "software"],
    ["unavailable_off", "software"],
  ])("says how the window is drawn: %s", async (gpu_compositing, rendering) => {
    const app = { ...program.app, getGPUFeatureStatus: () => ({ gpu_compositing }) };
    expect(await runDiagnosis(fakeSubjects({ program: { ...program, app } }))).toMatchObject({ rendering });
  });

  it("does not wait for a proxy that does not answer", async () => {
    const subjects = fakeSubjects({ resolveProxy: never, timeoutMs: 20 });
    expect(await runDiagnosis(subjects)).toMatchObject({ way: "unknown" });
  });

  it("waits for the keychain no longer than for everything else", async () => {
    const patience: unknown[] = [];
    const read = async (_account: string, patienceMs?: number): Promise<KeychainReading> => {
      patience.push(patienceMs);
      return { state: "silent" };
    };
    const view = await runDiagnosis(fakeSubjects({ keychain: { read }, timeoutMs: 20 }));
    expect([view.keychain.state, patience]).toEqual(["silent", [20]]);
  });

  it("says whether TLS is used", async () => {
    expect(await runDiagnosis(fakeSubjects({ origin: "http://127.0.0.1:8080" }))).toMatchObject({
      tls: "not-used",
    });
  });

  it("has the last errors that the window was told, the newest first, and no more than have room", async () => {
    const { log, runDiagnosis } = await startAnew();
    log({ event: "app_started" });
    log({ event: "call_failed", method: "listCards", code: "ERR_BACKEND_TIMEOUT" });
    log({ event: "change_refused", method: "changePin", code: "ERR_PIN_REFUSED" });
    const { recentErrors } = await runDiagnosis(fakeSubjects());
    expect(recentErrors).toMatchObject([
      { code: "ERR_PIN_REFUSED", method: "changePin" },
      { code: "ERR_BACKEND_TIMEOUT", method: "listCards" },
    ]);
    for (const { at } of recentErrors) expect(new Date(at).toISOString()).toBe(at);
    for (let i = 0; i < MOST_RECENT_ERRORS + 5; i++) {
      log({ event: "call_failed", method: i % 2 ? "signIn" : "signOut", code: "ERR_BUSY" });
    }
    const later = (await runDiagnosis(fakeSubjects())).recentErrors;
    expect(later.map(({ code }) => code)).toEqual(new Array(MOST_RECENT_ERRORS).fill("ERR_BUSY"));
  });

  it("has an error once that came again and again, with its last time", async () => {
    const { log, runDiagnosis } = await startAnew();
    log({ event: "change_refused", method: "changePin", code: "ERR_PIN_REFUSED" });
    vi.useFakeTimers();
    for (let i = 0; i < MOST_RECENT_ERRORS; i++) {
      vi.setSystemTime(i * 2000);
      log({ event: "call_failed", method: "settleOpenChange", code: "ERR_BACKEND_UNREACHABLE" });
    }
    vi.useRealTimers();
    expect((await runDiagnosis(fakeSubjects())).recentErrors).toMatchObject([
      { method: "settleOpenChange", at: new Date((MOST_RECENT_ERRORS - 1) * 2000).toISOString() },
      { method: "changePin" },
    ]);
  });
});
