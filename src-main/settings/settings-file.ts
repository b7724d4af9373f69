import path from "node:path";
import { z } from "zod";
import { keypads, type Settings, textSizes, themes } from "../../src-contract/bridge/settings-view.ts";
import { languages } from "../../src-contract/rules/languages.ts";
import { AppError } from "../app-error.ts";
import { writeDurably } from "../files/durable-file.ts";
import { readSmallJson } from "../files/small-file.ts";

/** Exactly the settings that are on disk. */
const settingsSchema = z.strictObject({
  language: z.enum(["system", ...languages]),
  theme: z.enum(themes),
  textSize: z.literal(textSizes),
  keypad: z.enum(keypads),
  hidesFromCapture: z.boolean(),
  softwareRendering: z.boolean(),
}) satisfies z.ZodType<Settings>;

const { language, theme, textSize, keypad, hidesFromCapture, softwareRendering } = settingsSchema.shape;
/** Those of the settings that cross the bridge to be changed. One without a value is refused, or the file would lack it. */
export const settingsChange = z.strictObject({
  language: language.exactOptional(),
  theme: theme.exactOptional(),
  textSize: textSize.exactOptional(),
  keypad: keypad.exactOptional(),
  hidesFromCapture: hidesFromCapture.exactOptional(),
  softwareRendering: softwareRendering.exactOptional(),
}) satisfies z.ZodType<Partial<Settings>>;

/** Earlier versions had no text size. */
const keptSettings = z.strictObject({ ...settingsSchema.shape, textSize: textSize.default(100) });
const settingsFile = z.strictObject({ version: z.literal(1), settings: keptSettings });

/**
 * Follows the system. Capture hiding is off: with it on by default, people could not show their window to a helper, and saw
 * no window over remote desktops and some docks (docs/threat-model.md#capture-hiding).
 */
export const defaultSettings: Settings = {
  language: "system",
  theme: "system",
  textSize: 100,
  keypad: "off",
  hidesFromCapture: false,
  softwareRendering: false,
};

/** Reads the settings. A missing, damaged or foreign file counts as none; the next change replaces it. */
export function readSettings(file: string): Settings {
  const parsed = settingsFile.safeParse(readSmallJson(file));
  return parsed.success ? parsed.data.settings : defaultSettings;
}

/** @throws AppError ERR_SETTINGS_NOT_KEPT if they are not safely on disk */
export async function writeSettings(file: string, settings: Settings): Promise<void> {
  try {
    await writeDurably(file, JSON.stringify({ version: 1, settings } satisfies z.infer<typeof settingsFile>));
  } catch (cause) {
    throw new AppError("ERR_SETTINGS_NOT_KEPT", { cause, folder: path.dirname(file) });
  }
}
