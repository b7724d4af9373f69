import { describe, expect, it } from "vitest";
import { languages } from "../../../src-contract/rules/languages.ts";
import { nativeWords } from "../../../src-main/shell/native-words.ts";
import { refuseAtOnce, startProblem } from "../../../src-main/shell/refuse-at-once.ts";
import { argumentsToTell, type RefusedStart, whyNoStart } from "../../../src-main/shell/why-no-start.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";

const { text: logged } = catchOutput();

interface Given {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly electron?: string;
}
const start = ({ args = [], env = {}, electron = "45.5.0" }: Given) =>
  whyNoStart({ argv: ["cardbound", ...args], env, versions: { electron }, platform: "linux" }, true, "45.2.10");

describe("a start is refused", () => {
  it.each<[string, Given, RefusedStart | null]>([
    ["not, where nothing was added", {}, null],
    ["by a switch", { args: ["--inspect=1"] }, { by: "switch", name: "--inspect", isToTell: false }],
    ["by a file", { args: ["x.pdf"] }, { by: "argument", name: null, isToTell: false }],
    ["by a variable", { env: { NODE_OPTIONS: "x" } }, { by: "variable", name: "NODE_OPTIONS", isToTell: false }],
    [
      "by a variable of any name, which is shown harmlessly",
      { env: { [`ELECTRON_\n${"<b>".repeat(50)}`]: "x" } },
      { by: "variable", name: `ELECTRON__${"_b_".repeat(50)}`.slice(0, 64), isToTell: false },
    ],
  ])("%s", (_, given, refusal) => {
    expect(start(given)).toEqual(refusal);
  });

  it.each([
    ["45.2.10", false],
    ["45.2.11", false],
    ["45.10.0", false],
    ["46.0.0", false],
    ["100.0.0", false],
    ["45.2.9", true],
    ["45.1.99", true],
    ["44.9.9", true],
    ["9.0.0", true],
    ["45.x.0", true],
    ["", true],
    ["nightly", true],
  ])("by Electron %j: %s", (electron, isRefused) => {
    expect(start({ electron })).toEqual(isRefused ? { by: "runtime", name: electron, isToTell: false } : null);
  });
});

describe("a refusal that is told by a second start", () => {
  const refusals = [
    { by: "switch", name: "--log-net-log" },
    { by: "argument", name: null },
    { by: "variable", name: "LD_PRELOAD" },
    { by: "runtime", name: "44.0.0-beta.1" },
  ] as const;

  it.each(refusals)("arrives there, with nothing of what was refused: %j", (refusal) => {
    const args = argumentsToTell(refusal, ["cardbound", "--log-net-log=/tmp/x", "x"], true);
    expect(start({ args })).toEqual({ ...refusal, isToTell: true });
    expect(args.join()).not.toContain("/tmp/x");
  });

  it("names the program to an unpackaged Electron", () => {
    const args = argumentsToTell(refusals[1], ["electron", "--inspect", "out/release"], false);
    expect(args).toEqual(["out/release", "--tell-refusal=argument:"]);
    const told = whyNoStart({ argv: ["electron", ...args], env: {}, versions: {}, platform: "linux" }, false, "45.0.0");
    expect(told).toEqual({ ...refusals[1], isToTell: true });
  });

  it.each([
    [["--tell-refusal=switch:--a", "--inspect"]],
    [["--inspect", "--tell-refusal=switch:--a"]],
    [["--tell-refusal=switch:a b"]],
    [["--tell-refusal=other:a"]],
    [["--tell-refusal"]],
    [[`--tell-refusal=switch:${"a".repeat(67)}`]],
  ])("is no way around: %j", (args) => {
    expect(start({ args })).toMatchObject({ by: "switch", isToTell: false });
  });
});

/** Electron's and Node's parts. @returns what was done, in order */
function refuse(refusal: RefusedStart, platform: NodeJS.Platform, env: NodeJS.ProcessEnv, isTTY: boolean) {
  const story: unknown[] = [];
  const app = {
    isPackaged: true,
    getPreferredSystemLanguages: () => ["de"],
    relaunch: ({ args }: { args: string[] }) => void story.push(args),
  };
  const running = {
    ...{ argv: ["cardbound", "--inspect"], platform, env },
    stderr: { isTTY, write: (text: string) => story.push(text) },
    exit: (code: number): never => {
      throw new Error(`exit ${code}`);
    },
  };
  const dialog = { showErrorBox: (title: string, content: string) => void story.push({ title, content }) };
  expect(() => refuseAtOnce(refusal, app, dialog, running)).toThrow("exit 64");
  return story;
}

describe("whoever starts it is told", () => {
  const refusal: RefusedStart = { by: "switch", name: "--inspect", isToTell: false };

  it.each(languages)("why and what to do, in %s, with the code", (language) => {
    for (const by of ["switch", "argument", "variable", "runtime"] as const) {
      const name = by === "argument" ? null : "SOME_NAME";
      const { message, detail } = startProblem({ by, name, isToTell: false } as RefusedStart).words(language);
      expect(message).toContain("Cardbound");
      if (name !== null) expect(detail).toContain(name);
      const { installAgain, startWithout } = nativeWords[language].refused;
      expect(detail).toContain(by === "runtime" ? installAgain("Cardbound") : startWithout);
      expect(detail).toMatch(/\n\nERR_START_REFUSED$/);
    }
  });

  it.each<NodeJS.Platform>(["win32", "darwin"])("by a message on %s, which can show one this early", (platform) => {
    const [box, ...more] = refuse(refusal, platform, {}, false);
    expect(box).toMatchObject({ title: "Cardbound", content: expect.stringContaining("„--inspect“") });
    expect(more).toEqual([]);
  });

  it("in the terminal, on Linux", () => {
    expect(refuse(refusal, "linux", { DISPLAY: ":0" }, true)).toEqual([expect.stringContaining("„--inspect“")]);
  });

  it.each([{ DISPLAY: ":0" }, { WAYLAND_DISPLAY: "wayland-0" }])("on the desktop, where no terminal is: %j", (env) => {
    const [text, args, ...more] = refuse(refusal, "linux", env, false);
    expect(text).toContain("ERR_START_REFUSED");
    expect(args).toEqual(["--tell-refusal=switch:--inspect"]);
    expect(more).toEqual([]);
  });

  it("nowhere else without a desktop, and always in the log", () => {
    expect(refuse(refusal, "linux", {}, false)).toHaveLength(1);
    const { time: _, ...entry } = JSON.parse(logged().trim().split("\n").at(-1) ?? "");
    expect(entry).toEqual({ event: "start_refused", code: "ERR_START_REFUSED", by: "switch" });
  });
});
