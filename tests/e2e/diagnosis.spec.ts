import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright";
import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import { createCertificate } from "../../src-testing/certificate.ts";
import { lockKeyring } from "../keychain/keyring-control.ts";
import { rare } from "../long-form.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// The diagnosis over the bridge, in the real app, where nothing else may work: nobody is signed in.

async function diagnose(page: Page): Promise<DiagnosisView> {
  const result = await page.evaluate(() => window.bridge.runDiagnosis());
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

windowTest("everything works: says so, with versions and the clock", async ({ page, running }) => {
  const versions = await running.app.evaluate(({ app }) => [app.getVersion(), process.versions.electron]);
  const view = await diagnose(page);
  expect(view).toMatchObject({
    backend: { state: "reachable" },
    way: "direct",
    tls: "not-used",
    language: "en",
    protection: "keychain_passcode",
    keychain: { state: "works" },
  });
  expect([view.versions.app, view.versions.electron]).toEqual(versions);
  expect(Math.abs(view.clockDifferenceSeconds ?? Number.NaN)).toBeLessThanOrEqual(1);
});

test(
  "no network: says that there is no connection, and which of its failures the window was told",
  rare,
  async ({ launch }) => {
    const { page } = await launch({ backendUrl: "https://nothing.invalid" });
    await expect.poll(async () => (await diagnose(page)).recentErrors).not.toEqual([]);
    const view = await diagnose(page);
    expect(view).toMatchObject({
      backend: { state: "failed", code: "ERR_BACKEND_UNREACHABLE", reason: "ERR_NAME_NOT_RESOLVED" },
      tls: "used",
      clockDifferenceSeconds: null,
    });
    expect(view.recentErrors[0]).toMatchObject({ code: "ERR_BACKEND_UNREACHABLE", method: "getOverview" });
  },
);

test("a certificate that nobody vouches for: says so where the step failed, and names Chromium's reason", async ({
  launch,
}) => {
  const server = createServer(createCertificate(), (_request, response) => response.end('{"status":"ok"}'));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { page } = await launch({ backendUrl: `https://localhost:${(server.address() as AddressInfo).port}` });
    const view = await diagnose(page);
    expect(view.backend).toMatchObject({ code: "ERR_CONNECTION_NOT_TRUSTED", reason: "ERR_CERT_AUTHORITY_INVALID" });
    await expect(page.getByRole("alert")).toContainText("There is no safe connection to your bank.");
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_CONNECTION_NOT_TRUSTED");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test(
  "a proxy that is not there: says so where the step failed, and that the way is by a proxy",
  rare,
  async ({ launch }) => {
    const { page } = await launch({ args: ["--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>"] });
    expect(await diagnose(page)).toMatchObject({
      way: "proxy",
      backend: { state: "failed", code: "ERR_PROXY_UNREACHABLE", reason: "ERR_PROXY_CONNECTION_FAILED" },
    });
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_PROXY_UNREACHABLE");
  },
);

test.describe("on Linux", () => {
  test.skip(process.platform !== "linux", "SKIPPED: these tests lock a gnome-keyring, which only Linux has.");

  test("no keychain, a locked one: says which", async ({ launch, startKeyring, folder }) => {
    const without = await launch({ keyringEnv: {}, profile: path.join(folder, "without") });
    expect((await diagnose(without.page)).keychain).toEqual({ which: "secret-service", state: "unavailable" });
    const keyring = await startKeyring("to-be-locked");
    const { page } = await launch({ keyringEnv: keyring.env });
    expect((await diagnose(page)).keychain).toEqual({ which: "secret-service", state: "works" });
    await lockKeyring(keyring.env);
    expect((await diagnose(page)).keychain).toEqual({ which: "secret-service", state: "locked" });
  });
});

test.describe("the report", () => {
  /** Answers the system's dialog as a cardholder would. @returns which name it proposed */
  const answerDialog = (app: ElectronApplication, filePath: string) =>
    app.evaluate(({ dialog }, chosen) => {
      const shown: (string | undefined)[] = [];
      Object.assign(globalThis, { shown });
      dialog.showSaveDialog = async (...args: unknown[]) => {
        shown.push((args.at(-1) as { defaultPath?: string }).defaultPath);
        return { canceled: chosen === "", filePath: chosen };
      };
    }, filePath);
  const proposals = (app: ElectronApplication) =>
    app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  const save = (page: Page) => page.evaluate(() => window.bridge.saveReport());

  test("is saved where the cardholder wants it, under a name with the day", async ({ running, folder }) => {
    const file = path.join(folder, "for-support.txt");
    await answerDialog(running.app, file);
    expect(await save(running.page)).toEqual({ ok: true, value: { saved: true } });
    expect(await readFile(file, "utf8")).toContain("backend: reachable\n");
    const [proposal = ""] = await proposals(running.app);
    expect(path.basename(proposal)).toMatch(/^cardbound-report-\d{4}-\d\d-\d\d\.txt$/);
    expect(path.dirname(proposal)).toBe(await running.app.evaluate(({ app }) => app.getPath("documents")));
  });

  test("is not saved where the cardholder would rather not", rare, async ({ running }) => {
    await answerDialog(running.app, "");
    expect(await save(running.page)).toEqual({ ok: true, value: { saved: false } });
  });

  test("that cannot be written says so, with a code", rare, async ({ running, folder }) => {
    await writeFile(path.join(folder, "a-file"), "");
    await answerDialog(running.app, path.join(folder, "a-file", "report.txt"));
    expect(await save(running.page)).toEqual({ ok: false, code: "ERR_REPORT_NOT_SAVED" });
  });

  test("is asked for with the system's own dialog, once at a time", rare, async ({ running }) => {
    // Unstubbed: nobody answers it here, so it stays open until the app is closed.
    const { page } = running;
    const codes = await page.evaluate(async () => {
      void window.bridge.saveReport();
      const second = await window.bridge.saveReport();
      return second.ok ? "asked twice" : second.code;
    });
    expect(codes).toBe("ERR_BUSY");
  });
});
