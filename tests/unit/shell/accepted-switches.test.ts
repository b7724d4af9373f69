import { describe, expect, it } from "vitest";
import { addedArguments, refusedArgument } from "../../../src-main/shell/accepted-switches.ts";

const refused = (argument: string, platform: NodeJS.Platform = "linux") => refusedArgument([argument], platform);

describe("a release takes", () => {
  it.each([
    "--ozone-platform=wayland",
    "--ozone-platform=x11",
    "--ozone-platform-hint=auto",
    "--enable-wayland-ime",
    "--enable-wayland-ime=true",
    "--wayland-text-input-version=3",
    "--gtk-version=3",
    "--force-device-scale-factor=2",
    "--force-device-scale-factor=1.25",
    "--high-dpi-support=1",
    "--lang=de",
    "--lang=de-AT",
    "--lang=zh_Hant",
    "--force-renderer-accessibility",
    "--force-renderer-accessibility=complete",
    "--force-high-contrast",
    "--force-prefers-reduced-motion",
    "--disable-gpu",
    "--no-first-run",
  ])("%s, which desktops and people's settings pass", (argument) => {
    expect(refused(argument)).toBe(null);
  });

  it("them together, twice too, and nothing at all", () => {
    expect(refusedArgument(["--lang=de", "--disable-gpu", "--lang=de", "--disable-gpu"], "linux")).toBe(null);
    expect(refusedArgument([], "linux")).toBe(null);
  });

  it.each(["-Embedding", "-ToastActivated"])(
    "%s from Windows, which starts it so for a notice, and nowhere else",
    (one) => {
      expect(refused(one, "win32")).toBe(null);
      expect(refused(one, "linux")).toEqual({ by: "switch", name: one });
      expect(refused(`${one}=1`, "win32")).toEqual({ by: "switch", name: one });
    },
  );
});

describe("a release refuses", () => {
  /** By what Chromium, Electron and Node make of them. */
  it.each([
    [
      "another program drives it",
      "remote-debugging-port remote-debugging-pipe remote-debugging-address remote-allow-origins",
    ],
    ["a debugger", "inspect inspect-brk inspect-port inspect-wait debug js-flags"],
    ["no sandbox", "no-sandbox disable-setuid-sandbox disable-gpu-sandbox no-zygote single-process in-process-gpu"],
    ["another page's rules", "disable-web-security allow-file-access-from-files disable-site-isolation-trials"],
    ["another server", "host-resolver-rules host-rules proxy-server proxy-pac-url no-proxy-server proxy-bypass-list"],
    ["bad certificates", "ignore-certificate-errors ignore-certificate-errors-spki-list allow-insecure-localhost"],
    [
      "what was said",
      "log-net-log net-log-capture-mode ssl-key-log-file enable-logging log-file v vmodule trace-startup",
    ],
    [
      "other programs",
      "gpu-launcher renderer-cmd-prefix utility-cmd-prefix browser-subprocess-path ppapi-plugin-launcher",
    ],
    ["other code", "load-extension app require enable-blink-features enable-features disable-features blink-settings"],
    ["another keychain", "password-store use-mock-keychain"],
    ["another place", "user-data-dir disk-cache-dir disable-dev-shm-usage crash-dumps-dir enable-crash-reporter"],
    ["other parts", "type utility-sub-type headless screenshot kiosk auto-open-devtools-for-tabs"],
    ["development", "backend lock-quiet-ms passcode-cost language sign-in code-cool-down-ms"],
  ])("%s", (_, names) => {
    for (const name of names.split(" ")) {
      const forms = [`--${name}`, `--${name}=1`, `-${name}`, `-${name}=1`, `--${name}=`, `--${name.toUpperCase()}`];
      for (const form of forms) {
        const [shown] = form.split("=");
        expect(refused(form), form).toEqual({ by: "switch", name: shown });
        expect(refused(form, "win32"), form).toEqual({ by: "switch", name: shown });
      }
    }
  });

  it.each([
    ...["--ozone-platform=headless", "--ozone-platform", "--lang", "--lang=", "--lang=../x", "--lang=de\n--inspect"],
    ...["--disable-gpu=1", "--no-first-run=x", "--force-device-scale-factor=99", "--force-device-scale-factor=1e9"],
    ...["--force-renderer-accessibility=yes", "--gtk-version=3;x", "--high-dpi-support=0", "--LANG=de", "-lang=de"],
    ...["--__proto__=1", "--constructor", "--toString=", "--hasOwnProperty=x", "--lang =de", "---lang=de"],
  ])("%j: what it takes, with another value or spelling", (argument) => {
    expect(refused(argument)).not.toBe(null);
  });

  it.each([
    ...[
      "",
      " ",
      "-",
      "--",
      "--=x",
      "/inspect",
      "/remote-debugging-port=1",
      "de",
      "inspect",
      "file.txt",
      "--1",
      "\u2013\u2013lang=de",
    ],
    ...[
      "https://evil.example",
      "cardbound://x",
      "app://pin/",
      "../../etc/passwd",
      `--${"x".repeat(65)}`,
      "--lang\u0000=de",
    ],
  ])("%j, without repeating it", (argument) => {
    expect(refused(argument)).toEqual({ by: "argument", name: null });
  });

  it("a value that stands in an argument of its own, and what comes after --", () => {
    expect(refusedArgument(["--disable-gpu", "1"], "linux")).toEqual({ by: "argument", name: null });
    expect(refusedArgument(["--lang=de", "--", "--lang=de"], "linux")).toEqual({ by: "argument", name: null });
  });

  it("the first of several, wherever it stands", () => {
    const among = ["--lang=de", "--inspect=0", "--no-sandbox"];
    expect(refusedArgument(among, "linux")).toEqual({ by: "switch", name: "--inspect" });
    expect(refusedArgument(among.toReversed(), "linux")).toEqual({ by: "switch", name: "--no-sandbox" });
  });

  it("what Playwright passes: only the copy for tests takes it", () => {
    for (const argument of ["--inspect=0", "--remote-debugging-port=0"]) expect(refused(argument)).not.toBe(null);
  });
});

describe("what was added to a start", () => {
  it("is everything behind a packaged program", () => {
    expect(addedArguments(["cardbound", "folder", "--a"], true)).toEqual(["folder", "--a"]);
  });

  it("is everything but the program that an unpackaged Electron is to run, once", () => {
    expect(addedArguments(["electron", "--a", "folder", "folder"], false)).toEqual(["--a", "folder"]);
    expect(addedArguments(["electron"], false)).toEqual([]);
  });
});
