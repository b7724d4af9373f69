import { expectHeading } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

test("a window that dies is loaded anew; one that dies again soon is asked about", async ({ launch }) => {
  const { app, output, page } = await launch();
  await expectHeading(page, "Sign in"); // before its page is there, a window may have no process that could die
  // In place of the system's message, which nobody here could press.
  await app.evaluate(({ dialog }) => {
    const asked: string[][] = [];
    Object.assign(globalThis, { asked, answer: 0 });
    dialog.showMessageBox = (async (_window: unknown, { buttons }: { buttons: string[] }) => {
      asked.push(buttons);
      return { response: (globalThis as unknown as { answer: number }).answer, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  const kill = (answer: number) =>
    app.evaluate(({ webContents }, response) => {
      Object.assign(globalThis, { answer: response });
      for (const contents of webContents.getAllWebContents()) contents.forcefullyCrashRenderer();
    }, answer);
  // Playwright's own page does not outlive its process.
  const heading = () =>
    app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return "";
      return contents.executeJavaScript("document.querySelector('h1')?.textContent ?? ''") as Promise<string>;
    });
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[][] }).asked);
  const deaths = () => output().match(/"event":"window_process_died","reason":"[a-z-]+"/g)?.length ?? 0;

  await kill(0);
  await expect.poll(deaths).toBe(1);
  await expect.poll(heading).toBe("Sign in");
  expect(await asked()).toEqual([]);

  await kill(0);
  await expect.poll(deaths).toBe(2);
  await expect.poll(heading).toBe("Sign in");
  expect(await asked()).toEqual([["Load Again", "Quit"]]);

  const closed = app.waitForEvent("close");
  await kill(1);
  await closed;
});
