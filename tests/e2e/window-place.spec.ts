import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { rare } from "../long-form.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";

const boundsOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
const moveTo = ({ app }: RunningApp, bounds: { x: number; y: number; width: number; height: number }) =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);

test("the window comes back where it was closed", rare, async ({ launch }) => {
  const bounds = { x: 130, y: 90, width: 640, height: 560 };
  const first = await launch();
  await moveTo(first, bounds);
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  await first.app.close();
  expect(await boundsOf(await launch())).toEqual(bounds);
});

test("the window comes back where it was, even after a crash", async ({ launch, folder }) => {
  const bounds = { x: 60, y: 40, width: 600, height: 600 };
  const first = await launch();
  await moveTo(first, bounds);
  const kept = () => readFile(path.join(folder, "profile", "window.json"), "utf8").then(JSON.parse, () => null);
  await expect.poll(kept).toMatchObject(bounds);
  await first.kill();
  expect(await boundsOf(await launch())).toEqual(bounds);
});

test("a window from a display that is gone opens where it can be seen", rare, async ({ launch, folder }) => {
  const first = await launch();
  await first.app.close();
  const place = { version: 1, x: -9000, y: 4000, width: 640, height: 560, isMaximized: false };
  await writeFile(path.join(folder, "profile", "window.json"), JSON.stringify(place));
  const second = await launch();
  const area = await second.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  const bounds = await boundsOf(second);
  expect(bounds).toMatchObject({ width: 640, height: 560 });
  expect(bounds?.x).toBeGreaterThanOrEqual(area.x);
  expect((bounds?.y ?? 0) + 560).toBeLessThanOrEqual(area.y + area.height);
});

test("the window becomes no smaller than all of it reflows to", async ({ running }) => {
  await moveTo(running, { x: 0, y: 0, width: 100, height: 100 });
  await expect.poll(() => boundsOf(running)).toMatchObject({ width: 340, height: 480 });
  await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  const widths = () =>
    running.page.evaluate(() => ({ shown: innerWidth, needed: document.documentElement.scrollWidth }));
  await expect.poll(async () => (await widths()).shown).toBeGreaterThanOrEqual(320); // 0 until the window was shown
  const { shown, needed } = await widths();
  expect(needed).toBeLessThanOrEqual(shown);
});
