import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pinnedNodes } from "../../build/prepare/node-runtime.mjs";

const here = `${process.platform}-${process.arch}`;
const pinnedVersion = pinnedNodes[here]?.package.split("@")[1] ?? "";

/** A task that says on what it runs, and then ends with 7, or waits to be stopped and ends with 42. */
const probe = `export async function run({ rest, stopping }) {
  process.stdout.write(JSON.stringify({ node: process.versions.node, rest, path: process.env.PATH }) + "\\n");
  if (rest[0] !== "wait") return 7;
  const alive = setInterval(() => {}, 1000);
  await new Promise((resolve) => stopping.addEventListener("abort", resolve));
  clearInterval(alive);
  return 42;
}`;

interface Pretended {
  readonly node: string;
  readonly arch?: string;
}

/** Node's arguments with which it says that it is another version, or on another processor. */
function pretending({ node, arch = process.arch }: Pretended): [string, string] {
  const source = `Object.defineProperties(process, {
    versions: { value: { ...process.versions, node: "${node}" } },
    arch: { value: "${arch}" },
  })`;
  return ["--import", `data:text/javascript,${encodeURIComponent(source)}`];
}

describe.skipIf(process.platform === "win32")("the runner, started by another Node than it runs on", () => {
  let clone: string;
  let binaries: string;
  let child: ChildProcess;

  beforeEach(() => {
    clone = mkdtempSync(path.join(tmpdir(), "cardbound-older-"));
    binaries = path.join(clone, ".node", `${pinnedVersion}-${here}`, "bin");
    cpSync("build", path.join(clone, "build"), { recursive: true });
    writeFileSync(path.join(clone, "build/tasks/guessable-pins.mjs"), probe);
    // No package is wanted and none is missing.
    mkdirSync(path.join(clone, "node_modules"));
    for (const file of ["package-lock.json", "node_modules/.package-lock.json"]) {
      writeFileSync(path.join(clone, file), '{"packages":{}}');
    }
  });
  afterEach(() => {
    if (child.exitCode === null) child.kill("SIGKILL");
    rmSync(clone, { recursive: true, force: true });
  });

  /** The Node that is kept in the clone. Both are the one that runs this test, and say that they are others. */
  function keepNode() {
    mkdirSync(binaries, { recursive: true });
    const [option, preload] = pretending({ node: pinnedVersion });
    const script = `#!/bin/sh\nexec "${process.execPath}" ${option} "${preload}" "$@"\n`;
    writeFileSync(path.join(binaries, "node"), script, { mode: 0o755 });
  }

  /** The runner, started by a Node that says it is another one. */
  function start(pretended: Pretended, ...rest: string[]) {
    child = spawn(process.execPath, [
      ...pretending(pretended),
      path.join(clone, "build/run.mjs"),
      "guessable-pins",
      ...rest,
    ]);
    const said = { out: "", err: "" };
    child.stdout?.on("data", (chunk) => {
      said.out += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      said.err += chunk;
    });
    return said;
  }

  it("goes on with the one that is kept, with the same arguments and to the same exit code", async () => {
    keepNode();
    const said = start({ node: "20.20.2" }, "a b", "--flag");
    expect(await once(child, "close")).toEqual([7, null]);
    const { node, rest, path: searched } = JSON.parse(said.out);
    expect(node).toBe(pinnedVersion);
    expect(rest).toEqual(["a b", "--flag"]);
    expect(searched.split(":")[0]).toBe(binaries);
    expect(said.err).toMatch(
      new RegExp(`this is Node 20\\.20\\.2, which is too old: going on with Node ${pinnedVersion}`),
    );
  });

  it.each(["SIGINT", "SIGTERM"] as const)("passes %s on, and waits for the end", async (signal) => {
    keepNode();
    start({ node: "20.20.2" }, "wait");
    await once(child.stdout as NodeJS.ReadableStream, "data");
    child.kill(signal);
    expect(await once(child, "close")).toEqual([42, null]);
  });

  it("stays on one that will do, and fetches nothing", async () => {
    const said = start({ node: "22.22.0" });
    expect(await once(child, "close")).toEqual([7, null]);
    expect(JSON.parse(said.out).node).toBe("22.22.0");
    expect(existsSync(path.join(clone, ".node"))).toBe(false);
  });

  it.each([
    ["a Node that is too old to fetch with", { node: "18.20.8" }],
    ["a system that no Node can be fetched for", { node: "20.20.2", arch: "ppc64" }],
  ])("refuses %s, and says what to install", async (_, pretended) => {
    const said = start(pretended);
    expect(await once(child, "close")).toEqual([1, null]);
    expect(said.err).toBe(
      `cardbound: Node ${pretended.node} is too old for this: it runs on 24, and on 22 from 22.22.\n` +
        "  Install Node.js 24 (nodejs.org, or your system's packages) and start again.\n",
    );
    expect(existsSync(path.join(clone, ".node"))).toBe(false);
  });
});
