// What a process with foreign code in it says, out of turn, too much, or of something else; and files that are no module.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askToken, type TokenChild } from "../../../src-hardware-key/ask-token.ts";
import { hashOfModule, requireKnownModule } from "../../../src-hardware-key/known-module.ts";
import { requireKnownNativeLibrary } from "../../../src-main/token/known-native-library.ts";

const key = { token: { serial: "1", label: "card" }, keyId: "0".repeat(32), publicKey: `04${"0".repeat(128)}` };
const good = { answered: { signature: `30${"00".repeat(8)}` } };

/** A process that says all of these, in turn: the first ones before it is asked. */
function ask(before: readonly unknown[], after: readonly unknown[]) {
  let listener: (message: unknown) => void = () => {};
  const child: TokenChild = {
    pid: 1,
    gone: new Promise(() => {}),
    send: () => queueMicrotask(() => after.forEach((message) => void listener(message))),
    listen(next) {
      listener = next;
    },
    kill() {},
  };
  for (const message of before) listener(message);
  const asked = { ...key, pin: new Uint8Array(6), digest: new Uint8Array(32) };
  return askToken(child, "sign", asked, AbortSignal.timeout(60_000)).then(
    ({ signature }) => signature,
    ({ refused }) => refused.why,
  );
}

describe("an answer", () => {
  const { signature } = good.answered;
  const odd: [string, readonly unknown[], readonly unknown[], string][] = [
    [
      "before the question is nobody's",
      [{ refused: { why: "locked", returned: null, tries: null } }],
      [good],
      signature,
    ],
    [
      "that comes twice counts once",
      [],
      [good, { refused: { why: "locked", returned: null, tries: null } }],
      signature,
    ],
    ["to another question is none", [], [{ answered: { tokens: [] } }], "not-understood"],
    [
      "of several megabytes is none",
      [],
      [{ answered: { signature: `30${"00".repeat(5_000_000)}` } }],
      "not-understood",
    ],
    ["with more in it is none", [], [{ answered: { ...good.answered, more: 1 } }], "not-understood"],
    ["and a refusal at once are none", [], [{ ...good, refused: { why: "locked" } }], "not-understood"],
  ];
  it.each(odd)("%s", async (_, before, after, told) => {
    expect(await ask(before, after)).toBe(told);
  });
});

describe("a file that is no module", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cardbound-module-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => path.join(folder, name);
  const sha256 = "0".repeat(64);

  it.skipIf(process.platform === "win32")(
    "is not waited for, if it is a pipe: neither by the process nor by main",
    () => {
      execFileSync("mkfifo", [at("module.so")]);
      expect(() => requireKnownModule({ file: at("module.so"), sha256 })).toThrow("module-missing");
      const system = `${process.platform}_${process.arch}`;
      mkdirSync(at(system));
      execFileSync("mkfifo", [path.join(at(system), "koffi.node")]);
      const known = { [`${process.platform}-${process.arch}`]: sha256 };
      expect(() => requireKnownNativeLibrary(known, folder)).toThrow("ERR_PROGRAM_CHANGED");
    },
  );

  it("is missing, if it is a folder or a link to nowhere", () => {
    mkdirSync(at("folder.so"));
    symlinkSync(at("nowhere"), at("link.so"));
    for (const name of ["folder.so", "link.so", "none.so"])
      expect(() => requireKnownModule({ file: at(name), sha256 })).toThrow("module-missing");
  });

  it("is looked at where a link leads to", () => {
    writeFileSync(at("one.so"), "one");
    writeFileSync(at("other.so"), "other");
    symlinkSync(at("one.so"), at("link.so"));
    const one = hashOfModule(at("one.so"));
    expect(() => requireKnownModule({ file: at("link.so"), sha256: one })).not.toThrow();
    rmSync(at("link.so"));
    symlinkSync(at("other.so"), at("link.so"));
    expect(() => requireKnownModule({ file: at("link.so"), sha256: one })).toThrow("module-changed");
    expect(readFileSync(at("link.so"), "utf8")).toBe("other");
  });
});
