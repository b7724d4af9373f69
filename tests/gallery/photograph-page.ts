import { pathToFileURL } from "node:url";
import type { ElectronApplication } from "playwright";

/** Width of a contact sheet, in pixels. */
const WIDTH = 2800;

/** A picture of a page from the disk, drawn by the app's own Chromium in a window beside the app's. */
export async function photographPage(app: ElectronApplication, file: string): Promise<Buffer> {
  const opened = app.waitForEvent("window");
  const load = app.evaluate(
    async ({ BrowserWindow }, [url, width]) => {
      const window = new BrowserWindow({ width, height: 800, webPreferences: { sandbox: true } });
      await window.loadURL(url);
    },
    [pathToFileURL(file).href, WIDTH] as const,
  );
  const page = await opened;
  await load;
  try {
    await page.setViewportSize({ width: WIDTH, height: 800 });
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}
