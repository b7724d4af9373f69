import { pathToFileURL } from "node:url";
import type { ElectronApplication } from "playwright";

/** Of a contact sheet, in pixels. */
const WIDTH = 2800;

/** A picture of a page from the disk, drawn by the app's own Chromium in a window beside the app's. */
export async function photographPage(app: ElectronApplication, file: string): Promise<Buffer> {
  const opened = app.waitForEvent("window");
  const window = await app.evaluateHandle(
    ({ BrowserWindow }, width) => new BrowserWindow({ width, height: 800, webPreferences: { sandbox: true } }),
    WIDTH,
  );
  try {
    await window.evaluate((sheet, url) => sheet.loadURL(url), pathToFileURL(file).href);
    const page = await opened; // which is told only once the window has a page
    await page.setViewportSize({ width: WIDTH, height: 800 });
    return await page.screenshot({ fullPage: true });
  } finally {
    await window.evaluate((sheet) => sheet.destroy());
    await window.dispose();
  }
}
