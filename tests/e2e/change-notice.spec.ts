import { changePin, expectHeading, openCards } from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

windowTest(
  "a change that ends while another program is used is told outside of the window, and neither how nor of which card",
  async ({ boundComputer, running, sandbox }) => {
    const { app, page } = running;
    await boundComputer();
    await openCards(page);
    await app.evaluate(({ BrowserWindow, Notification }) => {
      const told: unknown[] = [];
      const [window] = BrowserWindow.getAllWindows();
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: Electron.Notification) {
        told.push([this.title, this.body]);
        this.emit("click");
      };
      const setProgressBar = window?.setProgressBar;
      Object.assign(window ?? {}, { setProgressBar: (progress: number) => void told.push(progress) });
      Object.assign(globalThis, { told, putBack: () => Object.assign(window ?? {}, { setProgressBar }) });
    });
    type Told = { told: unknown[]; putBack: () => void };
    const told = () => app.evaluate(() => (globalThis as unknown as Told).told.splice(0));
    const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
    await changePin(page, "7316");
    await sandbox.reached(fault);
    expect(await told()).toEqual([2]);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await sandbox.release(fault);
    await expect
      .poll(told)
      .toEqual([-1, ["Cardbound", "A PIN change has ended. Open this program to see the result."]]);
    const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(isVisible).toBe(true); // the notice was clicked on
    await expectHeading(page, "Your PIN was changed");
    await app.evaluate(() => (globalThis as unknown as Told).putBack());
  },
);
