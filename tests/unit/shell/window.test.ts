import { EventEmitter } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { App, BrowserWindow } from "electron";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CaptureHiding, SettingsView } from "../../../src-contract/bridge/settings-view.ts";
import type { StartEvent } from "../../../src-main/settings/hardware-record.ts";
import { defaultSettings, writeSettings } from "../../../src-main/settings/settings-file.ts";
import { noteDeadGpuProcess, watchFirstPaint } from "../../../src-main/shell/first-paint.ts";
import { prepareRendering } from "../../../src-main/shell/prepare-rendering.ts";
import { quitDespite } from "../../../src-main/shell/quit-despite.ts";
import { applySettings, closeAfter, followPlace, reloadPage } from "../../../src-main/shell/window.ts";
import type { WindowPlace } from "../../../src-main/shell/window-place.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { keepRecord } from "../settings/keep-record.ts";

catchOutput();
afterEach(() => {
  vi.useRealTimers();
});

/** A window without a screen. */
class FakeWindow extends EventEmitter {
  readonly story: string[] = [];
  isGone = false;
  isShown = false;
  isSmall = false;
  picture = new Uint8Array(8);
  address = "app://pin/index.html";
  isLoading = false;
  webContents = Object.assign(new EventEmitter(), {
    isLoading: () => this.isLoading,
    getURL: () => this.address,
    setZoomFactor: (factor: number) => this.story.push(`draw ${factor} times as large`),
    loadURL: async (address: string) => {
      this.story.push(`load ${address}`);
      this.address = address;
    },
    capturePage: async () => ({ toBitmap: () => this.picture }),
  });

  isDestroyed = () => this.isGone;
  getContentBounds = () => ({ x: 0, y: 0, width: 760, height: 800 });
  isMinimized = () => this.isSmall;
  isMaximized = () => false;
  isVisible = () => this.isShown;
  getNormalBounds = () => ({ x: 1, y: 2, width: 3, height: 4 });
  restore = () => this.story.push("restore");
  show = () => this.story.push("show");
  focus = () => this.story.push("focus");
  destroy = () => this.story.push("destroy");
  setContentProtection = (enable: boolean) => this.story.push(`protect ${enable}`);
}
const asWindow = (fake: FakeWindow) => fake as unknown as BrowserWindow;
const painted = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1);

describe("the first paint", () => {
  function watch() {
    vi.useFakeTimers();
    const window = new FakeWindow();
    const noted: StartEvent[] = [];
    const show = () => {
      window.isShown = true;
      window.story.push("shown");
    };
    const paint = watchFirstPaint(asWindow(window), { note: async (event) => void noted.push(event) }, show);
    return { window, noted, paint };
  }

  it("is noted once there is more than one colour to see", async () => {
    const { window, noted } = watch();
    window.emit("ready-to-show");
    await vi.advanceTimersByTimeAsync(1000);
    expect(noted).toEqual([]);
    window.picture = painted;
    await vi.advanceTimersByTimeAsync(1000);
    expect(noted).toEqual(["painted"]);
    expect(window.story).toEqual(["shown"]);
  });

  it("is late where the window stays blank, and is still awaited", async () => {
    const { window, noted } = watch();
    window.webContents.emit("did-finish-load");
    window.emit("ready-to-show");
    await vi.advanceTimersByTimeAsync(4500);
    expect(noted).toEqual(["late"]);
    window.picture = painted;
    await vi.advanceTimersByTimeAsync(1000);
    expect(noted).toEqual(["late", "painted"]);
  });

  it("is late where Electron never says that there is something to show, and the window is shown to be closed", async () => {
    const { window, noted } = watch();
    window.webContents.emit("did-finish-load");
    await vi.advanceTimersByTimeAsync(5000);
    expect(noted).toEqual(["late"]);
    expect(window.story).toEqual(["shown"]);
  });

  it("is not missed in a window that was put away, or closed", async () => {
    for (const change of [{ isSmall: true }, { isGone: true }]) {
      const { window, noted } = watch();
      Object.assign(window, change);
      window.webContents.emit("did-finish-load");
      await vi.advanceTimersByTimeAsync(5000);
      expect(noted).toEqual([]);
    }
  });

  it("is given up at last where no picture can be taken", async () => {
    const { window, noted } = watch();
    window.webContents.capturePage = () => Promise.reject(new Error("no picture"));
    window.emit("ready-to-show");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(noted).toEqual([]);
  });

  it("is looked for no more in a window that closes, once no picture is being taken", async () => {
    const { window, noted, paint } = watch();
    let answer: () => void = () => undefined;
    const takePicture = vi.fn(async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { toBitmap: () => painted };
    });
    window.webContents.capturePage = takePicture;
    window.emit("ready-to-show");
    const stopped = vi.fn();
    void paint.stopLooking().then(stopped);
    await vi.advanceTimersByTimeAsync(1000);
    expect(paint.isTakingPicture()).toBe(true);
    expect(stopped).not.toHaveBeenCalled();
    answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(stopped).toHaveBeenCalledOnce();
    expect(paint.isTakingPicture()).toBe(false);
    expect(takePicture).toHaveBeenCalledOnce();
    expect(noted).toEqual([]); // nor noted after the note that it was closed
  });

  it("holds no window back where no picture is ever taken", async () => {
    const { window, paint } = watch();
    window.webContents.capturePage = () => new Promise(() => undefined);
    window.emit("ready-to-show");
    const stopped = vi.fn();
    void paint.stopLooking().then(stopped);
    await vi.advanceTimersByTimeAsync(5000);
    expect(stopped).toHaveBeenCalledOnce();
    expect(paint.isTakingPicture()).toBe(true);
  });
});

it.each([
  [false, []],
  [true, [[process.pid, "SIGKILL"]]],
])("quitting while something that it would not survive is under way (%s) kills: %j", (isUnderWay, kills) => {
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  const app = new EventEmitter();
  quitDespite(app as unknown as App, [() => false, () => isUnderWay]);
  expect(kill).not.toHaveBeenCalled();
  app.emit("quit");
  const { calls } = kill.mock;
  kill.mockRestore();
  expect(calls).toEqual(kills);
});

it.each([
  ["GPU", "crashed", ["gpu-process-died"]],
  ["GPU", "killed", ["gpu-process-died"]],
  ["GPU", "launch-failed", ["gpu-process-died"]],
  ["GPU", "clean-exit", []],
  ["Utility", "crashed", []],
])("a %s process that is gone (%s): %j", (type, reason, expected) => {
  const app = new EventEmitter();
  const noted: StartEvent[] = [];
  noteDeadGpuProcess(app as unknown as App, { note: async (event) => void noted.push(event) });
  app.emit("child-process-gone", {}, { type, reason });
  expect(noted).toEqual(expected);
});

it.each([
  ["as usual", false, "seen", 0],
  ["in software as chosen", true, "seen", 1],
  ["in software after a blank start", false, "blank", 1],
] as const)("Electron is told to draw %s", async (_name, softwareRendering, hardware, times) => {
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-window-"));
  await writeSettings(path.join(folder, "settings.json"), { ...defaultSettings, softwareRendering });
  await keepRecord(path.join(folder, "rendering.json"), hardware);
  const disableHardwareAcceleration = vi.fn();
  const app = Object.assign(new EventEmitter(), { disableHardwareAcceleration });
  prepareRendering(app as unknown as App, folder);
  expect(disableHardwareAcceleration).toHaveBeenCalledTimes(times);
  await rm(folder, { recursive: true });
});

describe("settings of the window as a whole", () => {
  it.each<[CaptureHiding, boolean, boolean]>([
    ["works", true, true],
    ["partly", true, true],
    ["remote", true, false],
    ["unsupported", true, false],
    ["works", false, false],
  ])("where hiding is %s and wanted %s, the window is hidden from capture: %s", (captureHiding, wanted, hides) => {
    const window = new FakeWindow();
    const theme: Parameters<typeof applySettings>[2] = { themeSource: "system" };
    const settings = { ...defaultSettings, theme: "dark" as const, textSize: 125 as const, hidesFromCapture: wanted };
    applySettings({ settings, captureHiding } as SettingsView, asWindow(window), theme);
    expect(window.story).toEqual(["draw 1.25 times as large", `protect ${hides}`]);
    expect(theme.themeSource).toBe("dark");
  });
});

describe("the window's place", () => {
  it("is kept once it has come to rest, and as the last thing", async () => {
    vi.useFakeTimers();
    const window = new FakeWindow();
    const kept: WindowPlace[] = [];
    const keepNow = followPlace(asWindow(window), async (place) => void kept.push(place));
    for (let i = 0; i < 20; i++) {
      window.emit(i % 2 ? "move" : "resize");
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toEqual([{ x: 1, y: 2, width: 3, height: 4, isMaximized: false }]);
    window.emit("move");
    await keepNow();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toHaveLength(2);
  });
});

it("closing waits for the last notes, and for none that cannot be taken", async () => {
  const window = new FakeWindow();
  const refuse = () => {
    throw new Error("nobody is signed in");
  };
  closeAfter(asWindow(window), [
    refuse,
    () => Promise.reject(new Error("disk")),
    async () => window.story.push("noted"),
  ]);
  const preventDefault = vi.fn();
  window.emit("close", { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(window.story).toEqual(["noted", "destroy"]));
});

describe("loading anew", () => {
  function load(address: string) {
    vi.useFakeTimers();
    const story: string[] = [];
    const contents = Object.assign(new EventEmitter(), {
      getURL: () => address,
      reload: () => void story.push("reload"),
      loadURL: async (url: string) => void story.push(`load ${url}`),
      isDestroyed: () => story.includes("closed"),
      forcefullyCrashRenderer: () => void story.push("crash"),
    });
    reloadPage(contents as unknown as Parameters<typeof reloadPage>[0]);
    return { contents, story };
  }

  it.each([
    ["app://pin/index.html", "reload"],
    ["app://pin/index.html#help", "reload"],
    ["app://pin/gone.html", "load app://pin/index.html"],
    ["app://pin/index.html?gone", "load app://pin/index.html"],
    ["about:blank", "load app://pin/index.html"],
  ])("from %s, wherever a script has led it to, is: %s", (address, done) => {
    const { contents, story } = load(address);
    contents.emit("did-navigate");
    vi.runAllTimers();
    expect(story).toEqual([done]);
  });

  it("ends the process of a page that is busy without end", () => {
    const { story } = load("app://pin/index.html");
    vi.advanceTimersByTime(9999);
    expect(story).toEqual(["reload"]);
    vi.advanceTimersByTime(1);
    expect(story).toEqual(["reload", "crash"]);
  });

  it("leaves a window alone that was closed meanwhile", () => {
    const { story } = load("app://pin/index.html");
    story.push("closed");
    vi.runAllTimers();
    expect(story).toEqual(["reload", "closed"]);
  });
});
