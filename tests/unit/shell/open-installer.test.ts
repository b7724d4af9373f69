import { describe, expect, it, vi } from "vitest";

vi.mock("electron", () => ({ app: {}, dialog: {}, shell: {} }));
const { openInstaller, packageManagerOf } = await import("../../../src-main/shell/open-installer.ts");

describe("who brings packages to a computer", () => {
  it.each([
    ["win32", "C:\\Users\\ada\\Cardbound.exe", [], null],
    ["darwin", "/Applications/Cardbound.app/Contents/MacOS/Cardbound", ["/usr/bin/apt"], null],
    ["linux", "/opt/cardbound/cardbound", ["/usr/bin/apt", "/usr/bin/dnf"], "apt"],
    ["linux", "/opt/cardbound/cardbound", ["/usr/bin/dnf"], "dnf"],
    ["linux", "/opt/cardbound/cardbound", [], "partner"],
    ["linux", "/home/ada/cardbound/cardbound", ["/usr/bin/apt"], "partner"],
  ])("on %s, for %s, beside %j: %s", (platform, execPath, files, who) => {
    expect(packageManagerOf({ platform, execPath }, (file) => files.includes(file))).toBe(who);
  });
});

describe("an installer", () => {
  it("is opened by the system", async () => {
    const opened: string[] = [];
    const openPath = async (file: string) => {
      opened.push(file);
      return "";
    };
    await openInstaller("/folder/Cardbound.exe", { openPath });
    expect(opened).toEqual(["/folder/Cardbound.exe"]);
  });

  it("that the system does not open is said so, without the system's words", async () => {
    const opening = openInstaller("/folder/Cardbound.exe", { openPath: async () => "Failed to open /folder" });
    await expect(opening).rejects.toMatchObject({ code: "ERR_UPDATE_NOT_STARTED", message: "ERR_UPDATE_NOT_STARTED" });
  });
});
