import { startVirtualDisplay } from "../build/desktop/virtual-display.mjs";
import type { OrdinaryUser } from "./ordinary-account.ts";

/** Where windows are shown. */
export interface Display {
  readonly env: Record<string, string>;
  readonly close: () => Promise<void>;
}

/**
 * A display that nobody sees: windows on one display share the focus and the clipboard, so that each worker has its own.
 * @param isSeen whether the windows are to be shown where there is a display already, to look at a test
 * @param folder for the cookie
 */
export async function openDisplay(isSeen: boolean, folder: string, user: OrdinaryUser | null): Promise<Display> {
  const hasOne = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (process.platform !== "linux" || (isSeen && hasOne)) return { env: {}, close: async () => undefined };
  const { env, close } = await startVirtualDisplay(folder);
  user?.give(env.XAUTHORITY);
  return { env, close };
}
