import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { bindingScenes } from "./binding-scenes.ts";
import { consentScenes } from "./consent-scenes.ts";
import { deviceScenes } from "./device-scenes.ts";
import { furtherScenes } from "./further-scenes.ts";
import { letterScenes } from "./letter-scenes.ts";
import { panelScenes } from "./panel-scenes.ts";
import { pinScenes } from "./pin-scenes.ts";
import type { Scene } from "./scene.ts";
import { startScenes } from "./start-scenes.ts";

/** Every state of every screen: one without a scene does not compile. */
const scenes: Record<ScreenState, Scene> = {
  ...startScenes,
  ...bindingScenes,
  ...letterScenes,
  ...consentScenes,
  ...deviceScenes,
  ...pinScenes,
  ...panelScenes,
};

/** A scene under its name, and the state that the screen then says it is in. */
export interface NamedScene extends Scene {
  readonly name: string;
  readonly state: ScreenState;
}

/** All that there is to look at, in the order of the cardholder's way. */
export const allScenes: readonly NamedScene[] = [
  ...Object.entries(scenes).map(([name, scene]) => ({ ...scene, name, state: name as ScreenState })),
  ...Object.entries(furtherScenes).map(([name, scene]) => ({ ...scene, name })),
];

export function sceneNamed(name: string): NamedScene {
  const scene = allScenes.find((one) => one.name === name);
  if (scene === undefined) throw new Error(`there is no scene ${name}`);
  return scene;
}
