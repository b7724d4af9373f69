import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { say } from "../say.mjs";
import { startSessionKeyring } from "./session-keyring.mjs";
import { startVirtualDisplay } from "./virtual-display.mjs";

/**
 * Provides what a graphical program needs and this machine lacks: a display, and a session bus with a keychain. On a desktop
 * that has them it starts nothing.
 * @param {"window" | "tests"} use the tests start a bus and a keyring for each test, so none is started for them here
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => Promise<void> }>}
 */
export async function provideDesktop(use) {
  const electron = await installedElectron();
  say(
    `Electron ${electron?.version}${electron?.fallback ? " (THE FALLBACK, not the version that package.json pins)" : ""}`,
  );
  const privateFolder = await mkdtemp(path.join(tmpdir(), "cardbound-desktop-"));
  /** @type {Array<() => Promise<void>>} */
  const closers = [() => rm(privateFolder, { recursive: true, force: true })];
  let env = { ...process.env };

  if (process.platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    const display = await startVirtualDisplay(privateFolder);
    env = { ...env, ...display.env };
    closers.push(display.close);
    say(`no display here: a virtual one runs at ${display.env.DISPLAY}`);
    if (use === "window")
      say(`  to look at it: XAUTHORITY=${display.env.XAUTHORITY} x11vnc -localhost -display ${display.env.DISPLAY}`);
  }
  if (process.platform === "linux" && !env.DBUS_SESSION_BUS_ADDRESS && use === "window") {
    const folder = path.join(homedir(), ".local", "share", "cardbound-keyring");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Nobody types this password, so it protects nothing: the keychain is only for trying things out.
    const keyring = await startSessionKeyring(folder, "cardbound");
    env = { ...env, ...keyring.env };
    closers.push(keyring.close);
    say(`no session bus here: a keychain for trying things out runs from ${folder}`);
  }
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  return { env, close };
}
