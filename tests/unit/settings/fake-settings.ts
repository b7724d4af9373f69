import type { SettingsView } from "../../../src-contract/bridge/settings-view.ts";
import type { CurrentSettings } from "../../../src-main/settings/current-settings.ts";
import { defaultSettings } from "../../../src-main/settings/settings-file.ts";

/** Settings that are kept nowhere. */
export function createFakeSettings(): CurrentSettings {
  let view: SettingsView = {
    settings: defaultSettings,
    language: "en",
    captureHiding: "works",
    screenReader: false,
    rendering: { now: "hardware", because: null, changesAtNextStart: false },
  };
  return {
    view: () => view,
    change: async (settings) => {
      view = { ...view, settings };
      return view;
    },
    follow: (apply) => apply(view),
  };
}
