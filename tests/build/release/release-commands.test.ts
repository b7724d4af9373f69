// What the commands of docs/releasing.md make, and what they refuse.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { releaseCommands } from "../../../build/release/release-commands.ts";
import { whyRefused } from "../../../build/release/why-refused.ts";
import { Refusal } from "../../../build/say.mjs";

const passphrase = "six words by dice and more";
let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-release-"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command as it stands in the document; names of files are of the test's folder. */
async function run(line: string, typed = passphrase): Promise<void> {
  const [name = "", ...words] = line.split(" ").map((word) => word.replaceAll("@", `${folder}/`));
  const command = Object.entries(releaseCommands).find(([known]) => known === name)?.[1];
  await command?.(words, { askPassphrase: async () => typed, print: (text) => said.push(text) });
}

const reasonOf = (step: Promise<void>) =>
  step.then(
    () => "done",
    (error: Error & { reason?: string }) => error.reason ?? error.message.replaceAll(`${folder}/`, "@"),
  );

async function sign(file: string, ...keys: string[]): Promise<void> {
  for (const key of keys) await run(`sign ${file} --key @${key}.key`);
}

async function makeKeys(...names: string[]): Promise<void> {
  for (const name of names) await run(`key @${name}`);
}

const keys = (...names: string[]) => names.map((name) => `@${name}.pub.json`).join(",");

/** Six keys, and a first root. */
async function holdCeremony(): Promise<void> {
  await makeKeys("ra", "rb", "rc", "da", "db", "dc");
  await run(`root @1.root.json --root-keys ${keys("ra", "rb", "rc")} --release-keys ${keys("da", "db", "dc")}`);
  await sign("@1.root.json", "ra", "rc");
}

const into = "--into @up --root @1.root.json";

async function release(file: string, what: string, ...signers: string[]): Promise<void> {
  await run(`release ${file} ${into} ${what}`);
  await sign(file, ...(signers.length > 0 ? signers : ["da", "db"]));
}

const published = () => JSON.parse(readFileSync(path.join(folder, "up/targets.json"), "utf8")).signed;

describe("from the ceremony to a release", () => {
  it("publishes what two of three have signed, with its packages", async () => {
    await holdCeremony();
    writeFileSync(path.join(folder, "App-1.2.0.exe"), "an installer");
    await release("@next.json", "--version 1.2.0 --minimum 1.0.0 --percent 10 --package win32-x64=@App-1.2.0.exe");
    await run(`publish @next.json ${into} --packages @`);
    said = [];
    await run("check @up --root @1.root.json");
    const { sha512 } = published().targets["App-1.2.0.exe"].hashes;
    expect(said.slice(1)).toEqual([
      "version 1.2.0 for 10 % of the computers; below 1.0.0 no PIN change begins",
      "App-1.2.0.exe: win32 x64, 12 bytes",
      `  sha512 ${sha512}`,
    ]);
    expect(existsSync(path.join(folder, `up/targets/${sha512}.App-1.2.0.exe`))).toBe(true);
  });

  it("keeps the packages when only the share or the minimum changes", async () => {
    await holdCeremony();
    writeFileSync(path.join(folder, "App-1.2.0.exe"), "an installer");
    await release("@1.json", "--version 1.2.0 --minimum 1.0.0 --percent 10 --package win32-x64=@App-1.2.0.exe");
    await run(`publish @1.json ${into} --packages @`);
    const { targets } = published();
    await release("@2.json", "--version 1.2.0 --minimum 1.2.0 --percent 100", "db", "dc");
    await run(`publish @2.json ${into}`);
    expect(published()).toMatchObject({
      version: 2,
      targets,
      release: { rollout_percent: 100, minimum_version: "1.2.0" },
    });
  });

  it("goes on after a lost release key: a new root drops it", async () => {
    await holdCeremony();
    await release("@1.json", "--version 1.2.0 --minimum 1.0.0 --percent 10", "da", "db");
    await run(`publish @1.json ${into}`);
    await makeKeys("dd", "de");
    const names = `--root-keys ${keys("ra", "rb", "rc")} --release-keys ${keys("dc", "dd", "de")}`;
    await run(`root @2.root.json ${names} --after @1.root.json`);
    await sign("@2.root.json", "rb", "rc");
    await run(`publish @2.root.json ${into}`);
    expect(await reasonOf(run("check @up --root @1.root.json"))).toBe("not-signed");
    await release("@2.json", "--version 1.2.0 --minimum 1.0.0 --percent 20", "dd", "de");
    await run(`publish @2.json ${into}`);
    expect(published()).toMatchObject({ version: 2, release: { root_version: 2 } });
  });

  it("goes on after a lost root key: the two others hand over to new ones", async () => {
    await holdCeremony();
    await makeKeys("rd");
    const names = `--root-keys ${keys("ra", "rb", "rd")} --release-keys ${keys("da", "db", "dc")}`;
    await run(`root @2.root.json ${names} --after @1.root.json`);
    await sign("@2.root.json", "ra", "rd");
    expect(await reasonOf(run(`publish @2.root.json ${into}`))).toBe("not-signed");
    await sign("@2.root.json", "rb");
    await run(`publish @2.root.json ${into}`);
    expect(said.at(-1)).toMatch(/: root 2; now publish/);
  });
});

describe("what is said to whoever signs", () => {
  const idOf = (name: string) => said.find((line) => line.includes(`/${name}.key and`))?.slice(-64);

  it("whose signatures a root asks for, and who has signed it", async () => {
    await holdCeremony();
    await sign("@1.root.json", "da");
    expect(said.at(-1)).toBe("signed by 2 of its own root keys; 2 must");
    const ids = Object.fromEntries(["ra", "rb", "rc", "da", "db", "dc"].map((name) => [name, idOf(name)]));
    said = [];
    await run("show @1.root.json");
    expect(said.slice(1)).toEqual([
      "2 of these must sign roots:",
      `  ${ids.ra}  (has signed)`,
      `  ${ids.rb}`,
      `  ${ids.rc}  (has signed)`,
      "2 of these must sign releases:",
      ...[ids.da, ids.db, ids.dc].map((id) => `  ${id}`),
      `signed by ${ids.da}, which is none of its own root keys`,
    ]);
    await run("show @rb.pub.json");
    expect(said.at(-1)).toBe(`${folder}/rb.pub.json: key ${ids.rb}`);
  });

  it("that a release has no packages, and what the one before said", async () => {
    await holdCeremony();
    await release("@1.json", "--version 1.2.0 --minimum 1.1.0 --percent 10");
    expect(said).toContain(`the first one: ${folder}/up has none`);
    await run(`publish @1.json ${into}`);
    said = [];
    await release("@2.json", "--version 1.3.0 --minimum 1.0.0 --percent 10");
    expect(said.slice(1, 3)).toEqual([
      "after release 1 (1.2.0, minimum 1.1.0)",
      "no packages: apps on Windows and macOS will say to ask the bank for it",
    ]);
  });

  it.each([
    ["publish @1.json --into @up --root @1.root.json", /^An app would refuse it \(not-signed\): too few of the keys/],
    ["publish @none.json --into @up --root @1.root.json", /^There is no .+none\.json\.$/],
    ["publish @1.json --unto @up --root @1.root.json", /^Unknown option '--unto'\.$/],
    ["sign @ra.pub.json --key @ra.key", /^.+ra\.pub\.json is neither a root nor a release\.$/],
  ])("what is wrong with: %s", async (line, message) => {
    await holdCeremony();
    await release("@1.json", "--version 1.2.0 --minimum 1.1.0 --percent 10", "da");
    const error = await run(line).catch((thrown: unknown) => whyRefused(thrown, "publish FILE"));
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).message).toMatch(message);
  });
});

describe("what is not published", () => {
  it("a release with one signature", async () => {
    await holdCeremony();
    await release("@1.json", "--version 1.2.0 --minimum 1.0.0 --percent 10", "da");
    expect(await reasonOf(run(`publish @1.json ${into}`))).toBe("not-signed");
    expect(existsSync(path.join(folder, "up/targets.json"))).toBe(false);
  });

  it("the release before, once more", async () => {
    await holdCeremony();
    await release("@1.json", "--version 1.2.0 --minimum 1.0.0 --percent 10");
    await run(`publish @1.json ${into}`);
    expect(await reasonOf(run(`publish @1.json ${into}`))).toBe("@up has release 1 already.");
  });

  it("a release whose package is not there, or another", async () => {
    await holdCeremony();
    writeFileSync(path.join(folder, "App-1.2.0.exe"), "an installer");
    await release("@1.json", "--version 1.2.0 --minimum 1.0.0 --percent 10 --package win32-x64=@App-1.2.0.exe");
    expect(await reasonOf(run(`publish @1.json ${into}`))).toBe("@up does not have App-1.2.0.exe.");
    writeFileSync(path.join(folder, "App-1.2.0.exe"), "another one!");
    expect(await reasonOf(run(`publish @1.json ${into} --packages @`))).toMatch(/is not what the release says$/);
  });

  it("another root in the place of one that apps may have been built with", async () => {
    await holdCeremony();
    for (const [file, days] of [
      ["@2.root.json", 365],
      ["@other.json", 300],
    ] as const) {
      const names = `--root-keys ${keys("ra", "rb", "rc")} --release-keys ${keys("da", "db", "dc")}`;
      await run(`root ${file} ${names} --after @1.root.json --days ${days}`);
      await sign(file, "ra", "rb");
    }
    await run(`publish @2.root.json ${into}`);
    const before = readFileSync(path.join(folder, "up/2.root.json"), "utf8");
    expect(await reasonOf(run(`publish @other.json ${into}`))).toBe("@up has another root 2 already.");
    expect(readFileSync(path.join(folder, "up/2.root.json"), "utf8")).toBe(before);
    expect(await reasonOf(run(`publish @2.root.json ${into}`))).toBe("done");
  });

  it("a root to which no app would come", async () => {
    await holdCeremony();
    const names = `--root-keys ${keys("ra", "rb", "rc")} --release-keys ${keys("da", "db", "dc")}`;
    await run(`root @2.root.json ${names} --after @1.root.json`);
    await run(`root @3.root.json ${names} --after @2.root.json`);
    await sign("@3.root.json", "ra", "rb");
    expect(await reasonOf(run(`publish @3.root.json ${into}`))).toBe("No app would come to root 3.");
  });
});

describe("what is not made", () => {
  it.each([
    ["key @k", "too short", "The passphrase is too short."],
    ["release @1.json --into @up", passphrase, "These words are not understood."],
    ["root @1.root.json --root-keys a --release-keys b --threshold 1", passphrase, "--threshold 1 is not possible."],
    ["root @1.root.json --root-keys a --release-keys b --days 401", passphrase, "--days 401 is not possible."],
  ])("%s", async (line, typed, message) => {
    expect(await reasonOf(run(line, typed))).toBe(message);
  });

  it.each([
    ["a root for which too few keys are named", keys("ra"), /2 keys must sign, and there are fewer\.$/],
    ["a root that names a key twice", keys("ra", "ra", "rb"), /names a key twice\.$/],
    ["a root with what is no public key", "@ra.key,@rb.pub.json", /^@ra\.key is no public key\.$/],
  ])("%s", async (_, names, message) => {
    await makeKeys("ra", "rb", "da", "db");
    const line = `root @1.root.json --root-keys ${names} --release-keys ${keys("da", "db")}`;
    expect(await reasonOf(run(line))).toMatch(message);
    expect(existsSync(path.join(folder, "1.root.json"))).toBe(false);
  });

  it.each([
    ["with a minimum that it does not reach itself", "1.3.0", [], "--minimum 1.3.0 is newer than --version 1.2.0."],
    ["with a package whose name no app takes", "1.0.0", ["win32-x64=@an+app.exe"], "An app would not take an+app.exe."],
    [
      "with two packages for one system",
      "1.0.0",
      ["win32-x64=@app.exe", "win32-x64=@app2.exe"],
      "--package win32-x64=@app2.exe is the second of that name or system.",
    ],
  ])("a release %s", async (_, minimum, packages, message) => {
    await holdCeremony();
    for (const name of ["an+app.exe", "app.exe", "app2.exe"]) writeFileSync(path.join(folder, name), "an installer");
    const named = packages.map((word) => ` --package ${word}`).join("");
    const line = `release @1.json ${into} --version 1.2.0 --minimum ${minimum} --percent 10${named}`;
    expect(await reasonOf(run(line))).toBe(message);
    expect(existsSync(path.join(folder, "1.json"))).toBe(false);
  });

  it("a key over another", async () => {
    await makeKeys("ra");
    const before = readFileSync(path.join(folder, "ra.key"), "utf8");
    expect(await reasonOf(run("key @ra"))).toBe("@ra.key is there already.");
    expect(readFileSync(path.join(folder, "ra.key"), "utf8")).toBe(before);
  });

  it("a signature with a wrong passphrase", async () => {
    await holdCeremony();
    expect(await reasonOf(run("sign @1.root.json --key @rb.key", "another one of twenty"))).toBe(
      "@rb.key cannot be opened.",
    );
  });

  it("a key that can be read without its passphrase", async () => {
    await makeKeys("ra");
    expect(readFileSync(path.join(folder, "ra.key"), "utf8")).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  });
});
