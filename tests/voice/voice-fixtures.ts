import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright";
import { startVirtualDisplay } from "../../build/desktop/virtual-display.mjs";
import { out } from "../../build/paths.mjs";
import { expect, type LaunchOptions, type RunningApp, test as withServers } from "../e2e/fixtures.ts";
import { type Keyboard, takeKeyboard } from "./keyboard.ts";
import { type Orca, startOrca, whyNoOrca } from "./orca.ts";
import { withoutOrcasOwn } from "./orcas-own-words.ts";

type Expected = readonly unknown[];

/** Somebody who listens to Orca, types, and sees nothing. */
export interface Listener {
  readonly page: Page;
  readonly keyboard: Keyboard;
  /**
   * Waits until this has been said since the last time, and nothing else. What is said too late, or twice, fails the next.
   * @param expected texts, or Playwright's matchers for them
   */
  readonly hear: (...expected: Expected) => Promise<void>;
  /** The same, where the focus moves and a live region speaks at one time: which Orca is told of first is chance. */
  readonly hearTogether: (focused: readonly string[], announced: string) => Promise<void>;
  /** The same, of which only the end counts. */
  readonly hearAtLast: (...expected: Expected) => Promise<void>;
  /** Goes on with Tab to what is called so, and hears its name. */
  readonly tabTo: (name: string) => Promise<void>;
}

interface VoiceFixtures {
  /** More of the app's arguments; `test.use({ options: { args: … } })`. */
  readonly options: Pick<LaunchOptions, "args">;
  readonly bus: { readonly env: Record<string, string> };
  readonly orca: Orca;
  readonly running: RunningApp;
  readonly listener: Listener;
}

/** More stops than any screen has. */
const MOST_STOPS = 30;

/**
 * The app, with Orca and a keyboard on a display of their own: a screen reader needs the display's one focus, which the other
 * tests' windows would take away. Without Playwright's locators, which put listeners into the page that Orca tells of
 * ("clickable").
 */
export const test = withServers.extend<VoiceFixtures>({
  options: [{}, { option: true }],

  bus: async ({ startKeyring, folder }, use) => {
    const display = await startVirtualDisplay(folder);
    const keyring = await startKeyring("voice");
    await use({ env: { ...keyring.env, ...display.env } });
    await display.close();
  },

  orca: async ({ bus, folder }, use) => {
    const orca = await startOrca(path.join(folder, "orca"), bus.env);
    await use(orca);
    await orca.close();
  },

  running: async ({ launch, options, bus, orca: _ }, use) => {
    await use(await launch({ ...options, keyringEnv: { ...bus.env, ACCESSIBILITY_ENABLED: "1" } }));
  },

  listener: async ({ running: { page }, bus, orca }, use, { title }) => {
    const keyboard = takeKeyboard(bus.env);
    const transcript: string[] = [];
    let heard: string[] = [];
    const listen = async () => {
      const more = await orca.listen();
      transcript.push(...more);
      heard = withoutOrcasOwn([...heard, ...more]);
      return heard;
    };
    const hearAs = async (asWanted: (said: readonly string[]) => void) => {
      await expect(async () => asWanted(await listen())).toPass({ intervals: [50], timeout: HEARD_WITHIN_MS });
      heard = [];
    };
    const press = (...keys: readonly string[]) => {
      transcript.push(`(${keys.join(" ")})`);
      return keyboard.press(...keys);
    };
    const hear: Listener["hear"] = (...expected) => hearAs((said) => expect(said).toEqual(expected));
    const hearTogether: Listener["hearTogether"] = (focused, announced) =>
      hearAs((said) => {
        expect(said.filter((text) => text !== announced)).toEqual(focused);
        expect(said.filter((text) => text === announced)).toEqual([announced]);
      });
    const hearAtLast: Listener["hearAtLast"] = (...expected) =>
      hearAs((said) => expect(said.slice(-expected.length)).toEqual(expected));
    const tabTo: Listener["tabTo"] = async (name) => {
      for (let stops = 0; (await focusedName(page)) !== name; stops++) {
        expect(stops, `stops on the way to ${name}`).toBeLessThan(MOST_STOPS);
        const before = await focusedPlace(page);
        await press("Tab");
        await expect.poll(() => focusedPlace(page), { intervals: [20] }).not.toBe(before);
      }
      await hearAtLast(expect.stringContaining(name));
    };
    await use({ page, keyboard: { ...keyboard, press }, hear, hearTogether, hearAtLast, tabTo });
    await keyboard.close();
    await mkdir(path.join(out, "voice"), { recursive: true });
    await writeFile(path.join(out, "voice", `${title.replaceAll(/\W+/g, "-")}.txt`), `${transcript.join("\n")}\n`);
  },
});

/** Many times what the slowest takes on a busy computer; who says too much is found out after this too. */
const HEARD_WITHIN_MS = 10_000;

test.beforeEach(() => {
  const why = whyNoOrca();
  test.skip(why !== null, `SKIPPED: nobody listens to Orca here. ${why}`);
});

/** Which element of the document has the focus, in its order. */
const focusedPlace = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement === null ? -1 : [...document.querySelectorAll("*")].indexOf(activeElement);
  });

const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? "");

export { expect };
