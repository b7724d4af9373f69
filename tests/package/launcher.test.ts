// Attacker: whoever reads the disk after a crash, or sets variables for every program.
// Way: a core dump; another program called like one of the launcher's; a library that is loaded first.
// Impact: PIN and keys on the disk, foreign code beside them; or a cardholder whose program never starts.
// docs/threat-model.md#core-dumps
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launcher } from "../../build/package/linux/launcher.ts";

const identity = { name: "fjord-card-desk" };
let base: string;
let command: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "cardbound launcher-"));
  const folder = path.join(base, "opt");
  mkdirSync(folder);
  const program = `#!/bin/sh\n/bin/grep '^Max core' /proc/self/limits\n/usr/bin/env\nfor one; do echo "argument:$one"; done\n`;
  writeFileSync(path.join(folder, identity.name), program, { mode: 0o755 });
  const start = path.join(folder, launcher.nameOf(identity));
  writeFileSync(start, launcher.textOf(identity), { mode: 0o755 });
  command = path.join(base, identity.name);
  symlinkSync(start, command); // as /usr/bin/NAME
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Before a command: in a user namespace of its own it is who it is said to be. */
const as = (user: "root" | "somebody") => ["/usr/bin/unshare", "--user", `--map-user=${user === "root" ? 0 : 1000}`];
const [unshare = "", ...somebody] = as("somebody");

const started = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  execFileSync(unshare, [...somebody, command, ...args], {
    env: { PATH: "/usr/bin:/bin", DISPLAY: ":0", ...env },
    cwd: base,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

describe.skipIf(process.platform !== "linux")("the launcher", () => {
  it("lets no dump be written, nor handed to a program that collects them: for that, no dump is too much", () => {
    expect(started()).toMatch(/^Max core file size +1 +1 +bytes/m);
  });

  it("hands its arguments on as they are", () => {
    const args = ["--lang=de", "a  b", "", "*", "$(id)"];
    expect(started(args).match(/(?<=^argument:).*$/gm)).toEqual(args);
  });

  it("starts, without them, where a desktop has libraries loaded into every program", () => {
    expect(started([], { LD_PRELOAD: "libgtk3-nocsd.so.0", LD_AUDIT: "libaudit.so" })).not.toMatch(
      /LD_(PRELOAD|AUDIT)/,
    );
  });

  it("runs nobody else's program that is called like one of the system's", () => {
    for (const name of ["readlink", "dirname", "prlimit"])
      writeFileSync(path.join(base, name), `#!/bin/sh\ntouch ${JSON.stringify(base)}/taken\necho /nowhere/x\n`, {
        mode: 0o755,
      });
    const said = started([], { PATH: `${base}:/usr/bin:/bin` });
    expect(said).toContain(`PATH=${base}:/usr/bin:/bin\n`); // the program's own is as it was
    expect(() => execFileSync("ls", [path.join(base, "taken")], { stdio: "ignore" })).toThrow();
  });

  it("says so where there is no desktop, on which Chromium would only crash", () => {
    const { status, stderr, stdout } = spawnSync(unshare, [...somebody, command], {
      env: { PATH: "/usr/bin:/bin" },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([69, ""]);
    expect(stderr).toMatch(/^fjord-card-desk shows a window, and there is no desktop here\. Start it .*\n$/);
    expect(started([], { DISPLAY: "", WAYLAND_DISPLAY: "wayland-0" })).toContain("Max core file size");
  });

  it("sends root away, whom Chromium would tell to turn its sandbox off", () => {
    const [program = "", ...options] = as("root");
    const env = { PATH: "/usr/bin:/bin", DISPLAY: ":0" };
    const { status, stderr, stdout } = spawnSync(program, [...options, command], { env, encoding: "utf8" });
    expect([status, stdout]).toEqual([77, ""]);
    expect(stderr).toMatch(/^fjord-card-desk does not start as root, .*\n$/);
  });

  it("starts where there is no path to look for programs", () => {
    expect(started([], { PATH: "" })).toContain("Max core file size");
  });
});
