import type { ElectronApplication, Page } from "playwright";
import { eventChannel } from "../../src-contract/bridge/events.ts";
import { changePin, expectHeading, firstCardId, openCards } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// The window is told how far a change has truly come, and nothing that has not happened.

/** Notes all that main tells the window by itself from here on. @returns asks for what was told so far, and has the noting end */
async function noteEvents(app: ElectronApplication) {
  const noted = await app.evaluateHandle(({ BrowserWindow }, channel) => {
    const told: unknown[] = [];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error("no window");
    const send = contents.send.bind(contents);
    contents.send = (name, event) => {
      told.push(name === channel ? event.value : name);
      send(name, event);
    };
    return { told, end: () => Reflect.deleteProperty(contents, "send") };
  }, eventChannel);
  return { told: () => noted.evaluate(({ told }) => told), end: () => noted.evaluate(({ end }) => end()) };
}

/** The stages that the screen has ticked, and the one that it says is under way. */
const shownStages = (page: Page) =>
  page
    .locator(".stages > .done, .stages > .now")
    .evaluateAll((stages) => stages.map((stage) => `${stage.getAttribute("data-testid")} ${stage.className}`));
const prepared = ["stage-prepare done", "stage-encrypt done"];

windowTest(
  "while Solaris has not answered, a change is sent, and nothing further is claimed",
  async ({ boundComputer, running: { app, page }, sandbox }) => {
    await boundComputer();
    await openCards(page);
    const cardId = await firstCardId(page);
    const events = await noteEvents(app);
    const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
    await changePin(page, "7305");
    await sandbox.reached(fault);
    const shown = [...prepared, "stage-sign done", "stage-send done", "stage-answer now"];
    await expect.poll(() => shownStages(page)).toEqual(shown);
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: false, changes: 0 });
    await sandbox.release(fault);
    await expectHeading(page, "Your PIN was changed");
    expect(await events.told(), "and nothing while it was held").toEqual([
      "fetching-key",
      "encrypted",
      "signed",
      "sent",
    ]);
    await events.end();
  },
);

windowTest(
  "while there is no key, nothing is encrypted, signed or sent",
  async ({ boundComputer, running: { app, page }, sandbox }) => {
    await boundComputer();
    await openCards(page);
    const events = await noteEvents(app);
    const fault = await sandbox.addFault({ operation: "pin_key", kind: "hold" });
    await changePin(page, "7305");
    await sandbox.reached(fault);
    await expect.poll(() => shownStages(page)).toEqual(["stage-prepare now"]);
    expect(await events.told()).toEqual(["fetching-key"]);
    expect(await sandbox.arrivals("pin_update")).toBe(0);
    await sandbox.release(fault);
    await expectHeading(page, "Your PIN was changed");
    await events.end();
  },
);

test("while no answer comes, the bank's ledger is asked, and that is told", async ({
  boundComputer,
  launch,
  sandbox,
}) => {
  const { app, page } = await launch({ args: ["--call-timeout-ms=1500"] });
  await boundComputer();
  await openCards(page);
  const events = await noteEvents(app);
  const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
  await changePin(page, "7305");
  await expect.poll(events.told).toEqual(["fetching-key", "encrypted", "signed", "sent", "settling"]);
  await sandbox.release(fault);
  await expectHeading(page, "Your PIN was changed");
});
