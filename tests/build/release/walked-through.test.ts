// Runs the commands of docs/releasing.md, as they stand there, one after the other.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "../../../build/paths.mjs";
import { releaseCommands } from "../../../build/release/release-commands.ts";

const page = readFileSync(path.join(root, "docs/releasing.md"), "utf8");
const lines = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = ""]) => block.replaceAll(/\\\n\s*/g, "").split("\n"))
  .filter((line) => line.startsWith("manifest "))
  .map((line) => line.split(" ").slice(1));

const home = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-walk-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

it("takes apps from the first release to one under another root, with the minimum of the emergency", async () => {
  for (const word of lines.flat()) {
    const [, installer] = /^[a-z0-9]+-[a-z0-9]+=(.+)$/.exec(word) ?? [];
    if (installer !== undefined) writeFileSync(installer, `installer ${installer}`);
  }
  const said: string[] = [];
  const terminal = {
    askPassphrase: async () => "six words by dice and more",
    print: (line: string) => said.push(line),
  };
  for (const [name = "", ...words] of lines) {
    const command = Object.entries(releaseCommands).find(([known]) => known === name)?.[1];
    expect(command, name).toBeDefined();
    await command?.(words, terminal);
  }
  const names = new Set(lines.map(([name]) => name));
  expect([...names].sort()).toEqual(Object.keys(releaseCommands).sort());
  expect(said).toContain("server: root 2; now publish a release under it");
  const last = said.slice(said.findLastIndex((line) => line.startsWith("release 4 under root 2")));
  expect(last).toContain("version 1.2.1 for 100 % of the computers; below 1.2.1 no PIN change begins");
  expect(last.join(" ")).toContain("fjord-card-desk-1.2.1-win-x64.exe: win32 x64");
});
