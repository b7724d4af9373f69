import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openChangeJournal } from "../../../src-main/change-pin/change-journal.ts";
import { readSmallFile } from "../../../src-main/files/small-file.ts";
import { openEnrolmentMarkers } from "../../../src-main/keys/enrolment-marker.ts";
import { openRendering } from "../../../src-main/settings/rendering.ts";
import { defaultSettings, readSettings, writeSettings } from "../../../src-main/settings/settings-file.ts";
import { readWindowPlace } from "../../../src-main/shell/window-place.ts";

const id = "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10";

/** What can stand where a small file of ours is expected. */
const inTheWay: Record<string, (name: string) => void> = {
  "a pipe that nobody writes to": (name) => execFileSync("mkfifo", [name]),
  "a device without end": (name) => symlinkSync("/dev/zero", name),
  "a terminal": (name) => symlinkSync("/dev/tty", name),
  "a file of a terabyte": (name) => {
    writeFileSync(name, "");
    truncateSync(name, 2 ** 40);
  },
  "a folder": (name) => mkdirSync(name),
  "a link that leads nowhere": (name) => symlinkSync("/nowhere/at/all", name),
  "a link in a circle": (name) => symlinkSync(name, name),
  "no text": (name) => writeFileSync(name, Uint8Array.of(0xff, 0xfe, 0x00)),
};

describe.skipIf(process.platform === "win32").each(Object.entries(inTheWay))("%s", (_, put) => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cardbound-small-"));
    mkdirSync(path.join(folder, "scope"));
    file = path.join(folder, "settings.json");
    put(file);
    put(path.join(folder, "scope.json"));
    put(path.join(folder, "scope", `${id}.json`));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is not read, and holds nobody up", () => {
    expect(() => readSmallFile(file)).toThrow();
    expect(readSettings(file)).toEqual(defaultSettings);
    expect(readWindowPlace(file)).toBeNull();
    expect(openRendering(file, false).because).toBeNull();
  });

  it("says as a marker that there was one, and as a note that there is a change", async () => {
    expect(await openEnrolmentMarkers(folder).read("scope")).toEqual({ state: "unreadable" });
    const journal = openChangeJournal(folder);
    expect(await journal.list("scope")).toEqual([id]);
    expect(await journal.secondsSince("scope", id)).toBeUndefined();
  });
});

it("the next choice takes the place of what was in the way", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-small-"));
  const file = path.join(folder, "settings.json");
  inTheWay["a pipe that nobody writes to"]?.(file);
  await writeSettings(file, { ...defaultSettings, theme: "dark" });
  expect(readSettings(file).theme).toBe("dark");
  rmSync(folder, { recursive: true });
});
