import path from "node:path";
import type { App } from "electron";
import { openRendering, type Rendering } from "../settings/rendering.ts";
import { readSettings } from "../settings/settings-file.ts";
import { noteDeadGpuProcess } from "./first-paint.ts";

/** Decides how this start draws; Electron must know before it is ready. @param folder the program's */
export function prepareRendering(app: App, folder: string): Rendering {
  const isChosen = readSettings(path.join(folder, "settings.json")).softwareRendering;
  const rendering = openRendering(path.join(folder, "rendering.json"), isChosen);
  if (rendering.because !== null) app.disableHardwareAcceleration();
  noteDeadGpuProcess(app, rendering);
  return rendering;
}
