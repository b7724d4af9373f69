import type { DesktopBridge } from "../src-contract/bridge/desktop-bridge.ts";

declare global {
  interface Window {
    /** Put here by the preload. */
    readonly bridge: DesktopBridge;
  }
}

export const bridge = (): DesktopBridge => window.bridge;
