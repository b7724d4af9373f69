import { release } from "node:os";
import path from "node:path";
import type { App } from "electron";
import { captureHidingOn } from "../settings/capture-hiding.ts";
import { type CurrentSettings, openCurrentSettings } from "../settings/current-settings.ts";
import { openRendering, type Rendering } from "../settings/rendering.ts";
import { readSettings } from "../settings/settings-file.ts";
import { noteDeadGpuProcess } from "./first-paint.ts";

const settingsFile = (app: App) => path.join(app.getPath("userData"), "settings.json");

/** Decides how this start draws, which Electron has to be told before it is ready. */
export function prepareRendering(app: App): Rendering {
  const isChosen = readSettings(settingsFile(app)).softwareRendering;
  const rendering = openRendering(path.join(app.getPath("userData"), "rendering.json"), isChosen);
  if (rendering.because !== null) app.disableHardwareAcceleration();
  noteDeadGpuProcess(app, rendering);
  return rendering;
}

interface Surroundings {
  readonly rendering: Rendering;
  /** Taken for the system's; null: the system is asked. */
  readonly systemLanguages: readonly string[] | null;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** The settings, with what the system says about itself. */
export function openSettings(app: App, { rendering, systemLanguages, environment }: Surroundings): CurrentSettings {
  return openCurrentSettings({
    file: settingsFile(app),
    captureHiding: captureHidingOn({ platform: process.platform, release: release(), environment }),
    rendering,
    systemLanguages: () => systemLanguages ?? app.getPreferredSystemLanguages(),
    hasScreenReader: () => app.accessibilitySupportEnabled,
    drawsInHardware: () => app.getGPUFeatureStatus().gpu_compositing.startsWith("enabled"),
  });
}
