import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defaultSettings, writeSettings } from "../../../src-main/settings/settings-file.ts";
import { expectStart, story } from "../../security/recorded-electron.ts";

vi.mock("electron", async () => (await import("../../security/recorded-electron.ts")).electronModule);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-start-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

it("tells Electron what it takes only before it is ready, and only then waits for it", async () => {
  vi.spyOn(process, "on").mockReturnValue(process); // what nobody catches is the test runner's here
  await writeSettings(path.join(folder, "settings.json"), { ...defaultSettings, softwareRendering: true });
  expectStart(folder, false);
  await import("../../../src-main/index.ts");
  const asked = story.map(({ what }) => what);
  expect(asked.at(-1)).toBe("app.whenReady");
  expect(asked).toEqual(
    expect.arrayContaining([
      ...["app.enableSandbox", "app.commandLine.appendSwitch", "protocol.registerSchemesAsPrivileged"],
      ...["app.requestSingleInstanceLock", "app.disableHardwareAcceleration"],
    ]),
  );
});
