import { existsSync } from "node:fs";
import { app, type BrowserWindow, dialog, type Shell, shell } from "electron";
import type { Language } from "../../src-contract/rules/languages.ts";
import { AppError } from "../app-error.ts";
import type { Installer } from "../updates/open-updates.ts";
import { askBeforeInstalling } from "./ask-natively.ts";

// The only use of `shell.openPath`, which would also start programs: nothing gets there but an installer whose bytes were
// signed and checked (docs/threat-model.md#package-checked). Windows and macOS check it once more. Not run on either yet.

/** How this computer gets another version of the program (docs/releasing.md). */
export function createInstaller(window: BrowserWindow): (language: () => Language) => Installer {
  const { platform, arch, execPath } = process;
  return (language) => ({
    system: { platform, arch },
    packageManager: packageManagerOf({ platform, execPath }, existsSync),
    askToQuit: () => askBeforeInstalling((question) => dialog.showMessageBox(window, question), language()),
    open: (file) => openInstaller(file),
    quit: () => app.quit(),
  });
}

/** @throws AppError ERR_UPDATE_NOT_STARTED */
export async function openInstaller(file: string, opener: Pick<Shell, "openPath"> = shell): Promise<void> {
  if ((await opener.openPath(file)) !== "") throw new AppError("ERR_UPDATE_NOT_STARTED"); // its words have the path
}

/**
 * Who brings packages to this computer; null on Windows and macOS. On Linux a program in /opt came with a package (README.md),
 * and one elsewhere by a way that only the partner knows.
 */
export function packageManagerOf(
  { platform, execPath }: { readonly platform: string; readonly execPath: string },
  isThere: (file: string) => boolean,
): Installer["packageManager"] {
  if (platform === "win32" || platform === "darwin") return null;
  if (!execPath.startsWith("/opt/")) return "partner";
  if (isThere("/usr/bin/apt")) return "apt";
  return isThere("/usr/bin/dnf") ? "dnf" : "partner";
}
