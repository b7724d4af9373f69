import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "../../../build/paths.mjs";
import { readConfig } from "../../../src-backend/config.ts";
import { secretVariables } from "../../../src-backend/secrets/secret-variables.ts";
import { right } from "../../backend/built-backend.ts";

const folder = path.join(root, "build/backend-package/systemd");
const unit = path.join(folder, "cardbound-backend.service");
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
/** The values of one setting, in the order of the file. */
const valuesOf = (text: string, setting: string) =>
  [...text.matchAll(new RegExp(`^${setting}=(.*)$`, "gm"))].map(([, value = ""]) => value);

/** `--offline` came with 250. */
const version = Number(
  /^systemd (\d+)/.exec(spawnSync("systemd-analyze", ["--version"]).stdout?.toString() ?? "")?.[1],
);
const isRated = version >= 250;
if (!isRated)
  process.stdout.write("SKIPPED: rating the backend's service: there is no systemd-analyze of systemd 250 or newer\n");

/** As systemd-analyze says it, from 0 to 10: the less the better. */
function exposureOf(file: string): number {
  const { stdout } = spawnSync("systemd-analyze", ["security", "--offline=true", "--no-pager", file], {
    encoding: "utf8",
  });
  return Number(/Overall exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1]);
}

/** A copy in a folder of its own, under the same name. */
function changed(change: (text: string) => string): string {
  const base = mkdtempSync(path.join(tmpdir(), "cardbound-unit-"));
  onTestFinished(() => rmSync(base, { recursive: true }));
  const copy = path.join(base, path.basename(unit));
  writeFileSync(copy, change(read("cardbound-backend.service")));
  return copy;
}

describe.skipIf(!isRated)("the backend's service, to systemd-analyze", () => {
  it("is exposed by 1.3 of 10: it has the network, and hardly anything else", () => {
    expect(exposureOf(unit)).toBeLessThanOrEqual(1.3);
  });

  it("would be exposed by more without one of these", () => {
    for (const setting of ["CapabilityBoundingSet", "SystemCallFilter"]) {
      const without = changed((text) => text.replaceAll(new RegExp(`^${setting}=.*$`, "gm"), ""));
      expect([setting, exposureOf(without) > 1.3]).toEqual([setting, true]);
    }
  });

  it("has nothing that systemd does not understand", () => {
    const here = (text: string) => text.replace("/usr/bin/node", process.execPath);
    const verify = (file: string) => {
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--recursive-errors=no", file], {
        encoding: "utf8",
      });
      return { status, said: stderr.split("\n").filter((line) => line.includes(path.basename(unit))) };
    };
    expect(verify(changed(here))).toEqual({ status: 0, said: [] });
    const misspelt = verify(changed((text) => here(text).replace("ProtectHome=", "ProtectHomes=")));
    expect(misspelt.said.join()).toContain("ProtectHomes");
  });
});

describe("the backend's service", () => {
  const text = read("cardbound-backend.service");

  it("is given the time to end what it has begun, with the longest limit that the app allows", () => {
    const { drainSeconds } = readConfig({ ...right, DRAIN_SECONDS: "" });
    const longestAtSolaris = 10; // the app waits no longer (docs/backend.md, SOLARIS_TIMEOUT_MS)
    expect(Number(valuesOf(text, "TimeoutStopSec")[0])).toBeGreaterThan(drainSeconds + 2 + longestAtSolaris);
  });

  it.each(["cardbound-backend.service", "postgresql.conf"])(
    "%s hands secrets over as credentials, and as nothing else",
    (name) => {
      const credentials = valuesOf(read(name), "LoadCredential").map((value) => value.split(":")[0]);
      const variables = valuesOf(read(name), "Environment").map((value) => value.split("="));
      const ofFiles = variables.filter(([variable = ""]) =>
        secretVariables.some((secret) => `${secret}_FILE` === variable),
      );
      expect(ofFiles.map(([, value]) => value)).toEqual(credentials.map((credential) => `%d/${credential}`));
      expect(credentials.length).toBeGreaterThan(0);
      for (const [variable = ""] of variables) expect(secretVariables).not.toContain(variable);
    },
  );
});
