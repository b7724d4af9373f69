import { type BrowserWindow, powerMonitor, session } from "electron";
import type { Language } from "../../src-contract/rules/languages.ts";
import { createCore } from "../core.ts";
import type { Rendering } from "../settings/rendering.ts";
import { readConfig } from "../start-options.ts";
import { electronOptions } from "./electron-options.ts";
import { openDoor } from "./ipc.ts";
import { lockWhenAway } from "./lock-when-away.ts";
import { runWindow } from "./open-window.ts";
import { openMainSessions } from "./sessions.ts";

interface Start {
  readonly argv: readonly string[];
  /** The cleaned one. */
  readonly environment: NodeJS.ProcessEnv;
  /** Where the program keeps its files. */
  readonly folder: string;
  readonly rendering: Rendering;
}

/** Puts the program behind a window, whose page may call as soon as this has returned. @returns the language that it is in */
export function runCore(window: BrowserWindow, { argv, environment, folder, rendering }: Start): Language {
  const config = readConfig(argv);
  const sessions = openMainSessions(session, config); // they reach backend and identity provider, and load no page
  const core = createCore(electronOptions(window, { config, environment, folder, rendering, sessions }));
  runWindow(window, { folder, rendering, core });
  lockWhenAway(powerMonitor, core.lock); // nobody may find an open session on an unattended computer
  openDoor(window.webContents, core.handlers);
  return core.settings.view().language;
}
