import type { WebContents } from "electron";
import type { SettingsView, TextSize } from "../../src-contract/bridge/settings-view.ts";
import { log } from "../log.ts";
import type { CurrentSettings } from "../settings/current-settings.ts";
import { stepTextSize } from "../settings/text-size.ts";

interface Dependencies {
  readonly contents: Pick<WebContents, "getZoomFactor" | "setZoomFactor">;
  readonly settings: Pick<CurrentSettings, "change">;
  /** Tells the window that its settings were changed outside of it. */
  readonly tell: () => void;
}

/**
 * The menu's text size. A step is drawn at once and kept afterwards; pressed quickly, steps come faster than the disk keeps
 * them, and none may be taken back by one that is kept only now.
 */
export function createTextSizeSteps({ contents, settings, tell }: Dependencies) {
  let underWay = 0;
  const drawn = () => Math.round(contents.getZoomFactor() * 100) as TextSize;

  const keep = async (textSize: TextSize) => {
    underWay++;
    try {
      await settings.change({ textSize });
      tell();
    } catch {
      log({ event: "text_size_not_kept" });
    } finally {
      underWay--;
    }
  };

  return {
    /** Draws everything a step larger or smaller, or as usual, and keeps that. */
    change(step: 1 | -1 | 0): Promise<void> {
      const textSize = stepTextSize(drawn(), step);
      contents.setZoomFactor(textSize / 100); // also where it cannot be kept
      return keep(textSize);
    },
    /** The settings as they are to be drawn now. */
    asDrawn: (view: SettingsView): SettingsView =>
      underWay === 0 ? view : { ...view, settings: { ...view.settings, textSize: drawn() } },
  };
}
