import path from "node:path";
import type { SignOptions } from "@electron/osx-sign";
import { root } from "../../paths.mjs";

/** Electron's helper in which a utility process runs that may load libraries of others (src-main/shell/start-token-child.ts). */
const HELPER = " Helper (Plugin).app";

/**
 * Signs as electron-builder does, but for one helper: the hardened runtime loads only what the same team has signed, and a vendor's
 * module is signed by the vendor. That helper may load it, and neither main nor the window (docs/releasing.md#signing).
 * @param options electron-builder's
 */
export async function signWithModules(options: SignOptions): Promise<void> {
  const { signAsync } = await import("@electron/osx-sign");
  const entitlements = path.join(root, "build/package/macos/module-entitlements.plist");
  await signAsync({
    ...options,
    optionsForFile: (file) => ({
      ...options.optionsForFile?.(file),
      ...(file.includes(HELPER) && { entitlements }),
    }),
  });
}
