import { once } from "node:events";
import { expect, test } from "./fixtures.ts";

test("closing the window ends the app, on every system", async ({ running }) => {
  await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  const ended = once(running.app.process(), "exit");
  // Not awaited: the answer may be lost with the process that is to give it.
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  expect(await ended).toEqual([0, null]);
});
