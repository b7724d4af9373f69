import path from "node:path";
import { z } from "zod";
import { keypads, type Settings, themes } from "../../src-contract/bridge/settings-view.ts";
import { languages } from "../../src-contract/rules/languages.ts";
import { AppError } from "../app-error.ts";
import { writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";

/** The settings as they cross the bridge and lie on the disk: these, and nothing beside them. */
export const settingsSchema = z.strictObject({
  language: z.enum(["system", ...languages]),
  theme: z.enum(themes),
  keypad: z.enum(keypads),
  hidesFromCapture: z.boolean(),
  softwareRendering: z.boolean(),
}) satisfies z.ZodType<Settings>;

const settingsFile = z.strictObject({ version: z.literal(1), settings: settingsSchema });

/**
 * As the system has it. Not hidden from capture: where that was on from the start, people could not show their window
 * to whoever helped them, and saw none at all over remote desktops and some docks
 * (docs/threat-model.md#capture-hiding).
 */
export const defaultSettings: Settings = {
  language: "system",
  theme: "system",
  keypad: "off",
  hidesFromCapture: false,
  softwareRendering: false,
};

/** What was chosen. A file that is missing, damaged or not of our making is as good as none; the next change replaces it. */
export function readSettings(file: string): Settings {
  const parsed = settingsFile.safeParse(readSmallJson(file));
  return parsed.success ? parsed.data.settings : defaultSettings;
}

/** @throws AppError ERR_SETTINGS_NOT_KEPT when they are not safely on the disk */
export async function writeSettings(file: string, settings: Settings): Promise<void> {
  try {
    await writeDurably(file, JSON.stringify({ version: 1, settings } satisfies z.infer<typeof settingsFile>));
  } catch (cause) {
    throw new AppError("ERR_SETTINGS_NOT_KEPT", { cause, folder: path.dirname(file) });
  }
}
