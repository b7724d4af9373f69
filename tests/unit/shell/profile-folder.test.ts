import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { languages } from "../../../src-contract/rules/languages.ts";
import { defaultSettings, writeSettings } from "../../../src-main/settings/settings-file.ts";
import { canKeepFiles, profileFolder } from "../../../src-main/shell/profile-folder.ts";
import { profileUnusable, refuseStart } from "../../../src-main/shell/refuse-start.ts";
import { cleanEnvironment } from "../../../src-main/shell/start-environment.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";

const { text: logged } = catchOutput();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-profile-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("whether files can be kept in the profile", () => {
  it.each([true, false])(
    "they can in a folder, new or not, and nothing is left of the trial (first: %s)",
    async (isFirst) => {
      const profile = path.join(folder, "new", "profile");
      expect(canKeepFiles(profile, isFirst)).toBe(true);
      expect(canKeepFiles(profile, isFirst)).toBe(true);
      expect(await readdir(profile)).toEqual([]);
    },
  );

  it.each<[string, (profile: string) => Promise<void>]>([
    ["a file", (profile) => writeFile(profile, "in the way")],
    ["a link that leads nowhere", (profile) => symlink("/proc/none", profile)],
    ["a folder that takes no files", (profile) => symlink("/proc/self", profile)],
  ])("they cannot in %s", async (_, put) => {
    const profile = path.join(folder, "profile");
    await put(profile);
    expect(canKeepFiles(profile, true)).toBe(false);
    expect(canKeepFiles(profile, false)).toBe(false);
  });

  /** Takes no trial file, not even root's: with its name the path would be longer than Linux allows (PATH_MAX). */
  const fullFolder = async () => {
    const parts = "/".concat("x".repeat(200)).repeat(Math.floor((4040 - folder.length) / 201));
    const rest = 4060 - folder.length - parts.length - 1;
    const deep = `${folder}${parts}/${"y".repeat(rest)}`;
    await mkdir(deep, { recursive: true });
    return deep;
  };
  const gone = () => spawnSync(process.execPath, ["--version"]).pid;
  it.runIf(process.platform === "linux").each<[string, () => string | null, boolean]>([
    ["another instance runs, which tells of it itself", () => `${hostname()}-${process.pid}`, true],
    ["another instance has died", () => `${hostname()}-${gone()}`, false],
    ["another computer's instance runs on it", () => `${hostname()}.example-${process.pid}`, false],
    ["the lock names no process", () => `${hostname()}-0`, false],
    ["no instance has ever run", () => null, false],
  ])("they cannot in a folder that takes none: what a second start makes of it where %s", async (_, lock, goesOn) => {
    const full = await fullFolder();
    const target = lock();
    if (target !== null) await symlink(target, path.join(full, "SingletonLock"));
    expect(canKeepFiles(full, false)).toBe(goesOn);
    expect(canKeepFiles(full, true)).toBe(false);
  });

  it("the folder has its name also where Electron cannot make it", () => {
    const getPath = (name: string) => {
      if (name === "userData") throw new Error("Failed to get 'userData' path");
      return "/home/ada/.config";
    };
    expect(profileFolder({ name: "Cardbound", getPath })).toBe(path.join("/home/ada/.config", "Cardbound"));
    expect(profileFolder({ name: "Cardbound", getPath: (name) => `/${name}` })).toBe("/userData");
  });
});

it("a temporary folder that cannot be used is not Chromium's, which would end a first start as if it were a second", () => {
  expect(cleanEnvironment({ TMPDIR: "/proc/none", HOME: "/home/ada" })).toEqual({ HOME: "/home/ada" });
  expect(cleanEnvironment({ TMPDIR: folder })).toEqual({ TMPDIR: folder });
  expect(cleanEnvironment({})).toEqual({});
});

/** Electron's parts, with somebody who closes the message. */
function refuse(argv: readonly string[], systemLanguages: string[], temporary?: readonly string[]) {
  const story: unknown[] = [];
  const places: string[] = [];
  const app = {
    whenReady: async () => void story.push("ready"),
    on: (event: string, listener: () => void) => void story.push(event, listener),
    exit: (code: number) => void story.push(`exit ${code}`),
    setPath: (name: string, place: string) => void places.push(name, place),
    getPreferredSystemLanguages: () => systemLanguages,
  };
  const dialog = {
    showMessageBox: async (options: unknown) => void story.push(options),
    showErrorBox: (title: string, content: string) => void story.push({ title, content }),
  };
  return { story, places, done: refuseStart(app, dialog, folder, argv, profileUnusable(folder), temporary) };
}

describe("the message that the profile cannot be used", () => {
  it.each(languages)("names program and folder in %s, and ends with code 1", async (language) => {
    const { story, places, done } = refuse([`--language=${language}`], ["en"]);
    expect(places[0]).toBe("userData");
    expect(existsSync(places[1] ?? "")).toBe(true);
    await done;
    expect(existsSync(places[1] ?? "")).toBe(false);
    const [event, listener, ready, box, exit, ...more] = story;
    expect([event, ready, exit, more]).toEqual(["will-quit", "ready", "exit 1", []]);
    expect(box).toMatchObject({
      type: "error",
      title: "Cardbound",
      message: expect.stringContaining("Cardbound"),
      detail: expect.stringContaining(`\n${folder}\n`),
    });
    (listener as () => void)();
    expect(story.at(-1)).toBe("exit 1");
  });

  it("is in the language that was chosen, where that can still be read, or in the system's", async () => {
    const inItalian = refuse([], ["it-IT"]);
    await inItalian.done;
    expect(JSON.stringify(inItalian.story)).toContain("Cartella:");
    await writeSettings(path.join(folder, "settings.json"), { ...defaultSettings, language: "de" });
    const inGerman = refuse([], ["it-IT"]);
    await inGerman.done;
    expect(JSON.stringify(inGerman.story)).toContain("Ordner:");
  });

  it("needs a folder of its own, the first of several that can be written to", async () => {
    const { places, story, done } = refuse([], ["en"], ["/proc/none", folder]);
    expect(path.dirname(places[1] ?? "")).toBe(folder);
    await done;
    expect(await readdir(folder)).toEqual([]);
    expect(story.at(-1)).toBe("exit 1");
  });

  it("comes, with code 1, also where no other folder can be written to either", async () => {
    const { places, story, done } = refuse(["--language=it"], [], ["/proc/none", "/proc/self"]);
    await done;
    expect(places).toEqual([]);
    expect(story).toEqual([
      { title: "Cardbound", content: expect.stringMatching(/Cardbound.+Cartella:\n/s) },
      "exit 1",
    ]);
    expect(JSON.stringify(story)).toContain(JSON.stringify(folder).slice(1, -1));
  });

  it("comes where the temporary folder that the environment names cannot be used", async () => {
    vi.stubEnv("TMPDIR", "/proc/none");
    const { story, done } = refuse([], ["en"]);
    await done.finally(() => vi.unstubAllEnvs());
    expect(story.slice(-2)).toEqual([expect.objectContaining({ type: "error" }), "exit 1"]);
  });

  it("is logged without the folder", async () => {
    await refuse([], ["en"]).done;
    expect(logged()).toContain('"event":"profile_unusable"');
    expect(logged()).not.toContain(folder);
  });
});
