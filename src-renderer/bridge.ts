import type { WindowBridge } from "../src-contract/bridge/desktop-bridge.ts";

declare global {
  interface Window {
    /** Put here by the preload. */
    readonly bridge: WindowBridge;
  }
}

export const bridge = (): WindowBridge => window.bridge;
