import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * The oldest Electron that a release may be made with and starts with. It has the fixes of every advisory that concerns this
 * app: of 2026 CVE-2026-34769 (switches), CVE-2026-34776 (second start), CVE-2026-34777 (permissions), CVE-2026-70601 (bridge),
 * CVE-2026-70604 (scheme) and CVE-2026-70608 (popups). Raise it with `electron` in package.json when an advisory asks for it.
 */
export const ELECTRON_FLOOR = "45.0.0";

/**
 * The floor that is compiled in. Where only the fallback is installed (build/prepare/electron-fallback.mjs), tests have to
 * start the release with it; a package for cardholders is not made from it.
 * @param root the clone
 */
export function electronFloor(root: string): string {
  try {
    return readFileSync(path.join(root, "node_modules/electron/dist/fallback-version"), "utf8").trim();
  } catch {
    return ELECTRON_FLOOR;
  }
}
