import type { KeychainName } from "../../src-contract/bridge/keychain-names.ts";
import type { CaptureHiding, RenderingView, Settings, SettingsView } from "../../src-contract/bridge/settings-view.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import { chooseLanguage } from "./choose-language.ts";
import type { Rendering } from "./rendering.ts";
import { readSettings, writeSettings } from "./settings-file.ts";

/** The settings of this computer, in effect and on disk. */
export type CurrentSettings = ReturnType<typeof openCurrentSettings>;

interface Dependencies {
  readonly file: string;
  readonly captureHiding: CaptureHiding;
  readonly rendering: Rendering;
  readonly keychain: KeychainName;
  /** BCP 47 tags, the preferred first. */
  readonly systemLanguages: () => readonly string[];
  readonly hasScreenReader: () => boolean;
  /** Whether the graphics card draws, as far as known. */
  readonly drawsInHardware: () => boolean;
}

/** Reads the settings. Each change is written to the file before it takes effect. */
export function openCurrentSettings({
  file,
  captureHiding,
  rendering,
  keychain,
  systemLanguages,
  hasScreenReader,
  drawsInHardware,
}: Dependencies) {
  const inTurn = createOneAtATime().after;
  const followers: ((view: SettingsView) => void)[] = [];
  let kept = readSettings(file);

  /** The settings for the window. */
  const view = (): SettingsView => {
    const softwareRendering = kept.softwareRendering || rendering.hasFallenBack();
    return {
      settings: { ...kept, softwareRendering },
      language: chooseLanguage(kept.language, systemLanguages()),
      captureHiding,
      screenReader: hasScreenReader(),
      rendering: describeRendering(rendering, drawsInHardware(), softwareRendering),
      keychain,
    };
  };

  return {
    view,
    /**
     * Stores a change, then applies it; the other settings stay as the change before it, which may still be under way, leaves
     * them.
     * @throws AppError ERR_SETTINGS_NOT_KEPT, with nothing changed
     */
    change: (change: Partial<Settings>): Promise<SettingsView> =>
      inTurn(async () => {
        const { softwareRendering: shown } = view().settings;
        const { softwareRendering: chosen = shown, ...others } = change;
        // After a blank start the switch shows as on. It is a choice only if the cardholder moves it.
        const isMoved = chosen !== shown;
        const changed = { ...kept, ...others, ...(isMoved && { softwareRendering: chosen }) };
        await writeSettings(file, changed);
        kept = changed;
        if (isMoved && !chosen) await rendering.tryHardwareAgain();
        for (const apply of followers) apply(view());
        return view();
      }),
    /** Applies them now, and after each change. */
    follow(apply: (view: SettingsView) => void): void {
      followers.push(apply);
      apply(view());
    },
  };
}

function describeRendering(rendering: Rendering, drawsInHardware: boolean, softwareNext: boolean): RenderingView {
  const { because } = rendering;
  const changesAtNextStart = softwareNext !== (because !== null);
  if (because !== null) return { now: "software", because, changesAtNextStart };
  if (!drawsInHardware) return { now: "software", because: "none-available", changesAtNextStart };
  return { now: "hardware", because: null, changesAtNextStart };
}
