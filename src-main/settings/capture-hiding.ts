import type { CaptureHiding } from "../../src-contract/bridge/settings-view.ts";

/** The kernel version of macOS 15. From there on ScreenCaptureKit ignores the setting (electron#48258, electron#19880). */
const FIRST_KERNEL_THAT_CAPTURES = 24;

/** Remote Desktop and Citrix. The name is set at sign-in: a session taken over later keeps its first name. */
const remoteSession = /^(?:RDP|ICA)-/i;

interface System {
  readonly platform: NodeJS.Platform;
  /** The kernel's, from `os.release()`. */
  readonly release: string;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** Whether hiding from capture works: Electron does it on Windows and macOS only (docs/threat-model.md#capture-hiding). */
export function captureHidingOn({ platform, release, environment }: System): CaptureHiding {
  if (platform === "darwin") return Number.parseInt(release, 10) >= FIRST_KERNEL_THAT_CAPTURES ? "partly" : "works";
  if (platform !== "win32") return "unsupported";
  return remoteSession.test(environment.SESSIONNAME ?? "") ? "remote" : "works";
}

/** Whether to hide the window in this case. */
export const shouldHide = (hiding: CaptureHiding): boolean => hiding === "works" || hiding === "partly";
