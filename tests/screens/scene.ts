import type { Page } from "playwright";
import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { BridgeEvent } from "../../src-contract/bridge/events.ts";
import type { SettingsView } from "../../src-contract/bridge/settings-view.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import type { Words } from "../../src-renderer/words/words.ts";

/** A screen in one state: what main says, and what the cardholder does until it shows. */
export interface Scene {
  /** Beyond what main says in every scene (`ordinary-answers.ts`). */
  readonly answers?: Answers;
  /** The same of the settings, whose language is that of the picture. */
  readonly settings?: Partial<SettingsView>;
  /** Beginning with the screen that the answers lead to. */
  readonly steps?: (cardholder: Cardholder) => Promise<void>;
}

/** What main says, by method; of a list one after the other, and the last of it from then on. */
export type Answers = { readonly [Method in BridgeMethod]?: Answer<Method> | readonly Answer<Method>[] };

/** As the contract has it, or no answer at all: the screen then waits. */
export type Answer<Method extends BridgeMethod> = Awaited<ReturnType<DesktopBridge[Method]>> | "never";

/** Whoever sits in front of the window, the words that they read there, and what main tells meanwhile. */
export interface Cardholder {
  readonly page: Page;
  readonly words: Words;
  /** Has main tell the window something by itself, once the window is in a state. */
  readonly isTold: (event: BridgeEvent, state: ScreenState) => Promise<void>;
  /** Presses a button by its whole name; the first, where there are more. */
  readonly press: (button: string) => Promise<void>;
  /** Enters a text into the field of this label at once, as dictation does, and presses Enter where `enter` is said. */
  readonly type: (field: string, text: string, enter?: "enter") => Promise<void>;
}
