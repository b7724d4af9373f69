import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { type BridgeMethod, bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { eventChannel } from "../../src-contract/bridge/events.ts";
import { usualSize } from "../../src-main/shell/window-size.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import type { SpokenLanguage } from "../../src-renderer/words/words.ts";
import { launchElectron } from "../../src-testing/launch-electron.ts";
import { askMain } from "./ask-main.ts";
import { growToContent, type Handles, type Look, resize, takePicture, wear } from "./look.ts";
import { failed, now, ordinaryAnswers } from "./ordinary-answers.ts";
import type { Answers, Cardholder } from "./scene.ts";
import type { NamedScene } from "./scenes.ts";
import { wordsIn } from "./spoken-words.ts";

/** The built app, of which only what main answers is scripted. */
export interface ScriptedWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Loads the window anew and plays a scene, up to the state that it is named for. */
  readonly play: (scene: NamedScene, language: SpokenLanguage) => Promise<void>;
  /** The bridge's methods that the window has called since the scene began, in their order. */
  readonly asked: () => Promise<readonly BridgeMethod[]>;
  readonly wear: (look: Look) => Promise<void>;
  /** Sets how much room the page has, in pixels; without a width as the app opens its window. */
  readonly resize: (width?: number) => Promise<void>;
  readonly growToContent: () => Promise<void>;
  /** The whole page as a PNG; the window has grown to it. */
  readonly takePicture: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** What main notes of a scene. */
type Noted = typeof globalThis & { asked: BridgeMethod[] };

/** What a start is given beyond its own profile. */
export interface ScriptedStart {
  readonly env?: Record<string, string>;
  readonly args?: readonly string[];
}

/** Starts the app without servers and without a keychain: main is asked for neither. */
export async function openScriptedWindow({ env = {}, args = [] }: ScriptedStart = {}): Promise<ScriptedWindow> {
  const electron = await installedElectron();
  if (electron === undefined) throw new Error("no Electron is installed");
  const profile = await mkdtemp(path.join(tmpdir(), "cardbound-screens-"));
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, ...inherited } = process.env as Record<string, string>;
  const own = [`--user-data-dir=${profile}`, "--backend=http://127.0.0.1:9", "--force-device-scale-factor=1"];
  const app = await launchElectron({
    executablePath: electron.executable,
    args: [process.cwd(), ...own, ...args],
    env: { ...inherited, ...env, NODE_OPTIONS: "", TZ: "UTC" },
  });
  const page = await app.firstWindow();
  const window = await app.browserWindow(page);
  const handles: Handles = { window, page, devtools: await app.context().newCDPSession(page) };
  await page.clock.setFixedTime(now);
  // What counts down does it by this one, and a scene loads the page anew.
  await page.addInitScript(() => {
    performance.now = () => 0;
  });
  const resizeTo = (width = usualSize.width) => resize(handles, width, usualSize.height);
  await resizeTo();
  let worn: Look | null = null;
  return {
    app,
    page,
    play: (scene, language) => play(handles, scene, language),
    asked: () => window.evaluate(() => (globalThis as Noted).asked),
    async wear(look) {
      if (worn !== null && look.theme === worn.theme && look.size === worn.size) return; // there is no other look to wait for
      await wear(handles, look, worn);
      worn = look;
    },
    resize: resizeTo,
    growToContent: () => growToContent(handles),
    takePicture: () => takePicture(handles),
    async close() {
      await app.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function play({ window, page }: Handles, scene: NamedScene, language: SpokenLanguage): Promise<void> {
  const answers = { ...ordinaryAnswers(language, scene.settings), ...scene.answers };
  await script(window, answers);
  await page.mouse.move(0, 0); // or it lies where the scene before has left it, perhaps on a button
  await page.evaluate(() => history.replaceState(null, "")); // or it goes on without linking, as after a PIN change
  await page.reload();
  // Until the first screen is there the top bar still moves, and a click on it may come to lie beside its button.
  if ([answers.getOverview].flat()[0] !== "never")
    await page.locator("[data-state]:not([data-state=loading])").waitFor();
  await scene.steps?.(sitDown({ window, page }, language));
  await reaches(page, scene.state);
}

/** Replaces what main does by what it is to say. The app has no switch for that: it is done from outside. */
async function script(window: Handles["window"], answers: Answers): Promise<void> {
  const unexpected = failed("ERR_INTERNAL"); // so a scene that comes to a method which it does not script does not play
  const lists = bridgeMethods.map((method) => [method, [answers[method] ?? unexpected].flat()] as const);
  const scriptAll = () =>
    window.evaluate(({ webContents }, scripted) => {
      // Electron answers a call with an error once nothing can reach its promise any more.
      const unanswered: Promise<never>[] = [];
      const asked: BridgeMethod[] = [];
      Object.assign(globalThis, { unanswered, asked });
      const never = () => unanswered[unanswered.push(new Promise<never>(() => {})) - 1];
      for (const [method, list] of scripted) {
        const left = [...list];
        webContents.ipc.removeHandler(method);
        webContents.ipc.handle(method, () => {
          asked.push(method);
          const answer = left.length > 1 ? left.shift() : left[0];
          return answer === "never" ? never() : answer;
        });
      }
    }, lists);
  await askMain(scriptAll);
}

const reaches = (page: Page, state: ScreenState) =>
  page.locator(`[data-state="${state}"]`).waitFor({ timeout: 30_000 });

function sitDown({ window, page }: Pick<Handles, "window" | "page">, language: SpokenLanguage): Cardholder {
  return {
    page,
    words: wordsIn(language),
    async isTold(event, state) {
      await reaches(page, state);
      await askMain(() =>
        window.evaluate(({ webContents }, [channel, told]) => webContents.send(channel, told), [
          eventChannel,
          event,
        ] as const),
      );
    },
    press: (button) => page.getByRole("button", { name: button, exact: true }).first().click(),
    async type(field, text, enter) {
      await page.getByLabel(field, { exact: true }).focus();
      await page.keyboard.insertText(text);
      if (enter !== undefined) await page.keyboard.press("Enter");
    },
  };
}
