import type { Page } from "playwright";
import {
  askForCode,
  bindComputer,
  changePin,
  completeBinding,
  expectCards,
  expectHeading,
  signIn,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import type { SandboxControl } from "./sandbox-control.ts";

const device = (page: Page, name: string) => page.getByTestId("device").filter({ hasText: name });
const openDevices = async (page: Page) => {
  await page.getByRole("button", { name: "Devices" }).click();
  await expectHeading(page, "Your connected devices");
};
/** What Solaris has bound for a person. */
const boundAt = async (sandbox: SandboxControl, person: string) =>
  (await sandbox.devices())
    .filter(({ person_name, verified, deleted }) => person_name === person && verified && !deleted)
    .map(({ name }) => name);

test.describe("the list of devices", () => {
  test("shows each with its name and since when, and which one is this computer", async ({ page, sandbox }) => {
    await sandbox.addDevice("Ada Single", "Old phone");
    await bindComputer(page);
    await openDevices(page);
    await expect(page.getByTestId("device")).toHaveCount(2);
    await expect(page.getByTestId("device-count")).toHaveText(/2 of 5/);
    await expect(device(page, "This computer")).toHaveCount(1);
    await expect(device(page, "Old phone")).not.toContainText("This computer");
    await expect(device(page, "Old phone")).toContainText(String(new Date().getFullYear()));
    await expect(page.getByTestId("protection")).toContainText("can be used only with your device passcode");
  });

  test("removes another one, once that was confirmed", async ({ page, sandbox }) => {
    await sandbox.addDevice("Ada Single", "Old phone");
    await bindComputer(page);
    await openDevices(page);
    const remove = page.getByRole("button", { name: "Remove Old phone" });
    await remove.click();
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    expect(await boundAt(sandbox, "Ada Single")).toHaveLength(2);
    await remove.click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByTestId("device")).toHaveCount(1);
    expect(await boundAt(sandbox, "Ada Single")).not.toContain("Old phone");
    await page.getByRole("button", { name: "Back" }).click();
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was changed");
  });

  test("says when removing did not work, and it does afterwards", async ({ page, sandbox }) => {
    await sandbox.addDevice("Ada Single", "Old phone");
    await bindComputer(page);
    await openDevices(page);
    await sandbox.addFault({ operation: "delete_device", kind: "status", status: 500, shape: "A" });
    await page.getByRole("button", { name: "Remove Old phone" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("ERR_SOLARIS_UNAVAILABLE");
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByTestId("device")).toHaveCount(1);
  });
});

test.describe("removing this computer", () => {
  test("ends it at Solaris and here; it can be connected again", async ({ page, sandbox, launch, running }) => {
    await bindComputer(page);
    await openDevices(page);
    await page.getByRole("button", { name: "Remove this computer" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expectHeading(page, "Connect this computer");
    expect(await boundAt(sandbox, "Ada Single")).toEqual([]);
    await running.app.close();
    const second = await launch();
    await signIn(second.page);
    await expectHeading(second.page, "Connect this computer");
    await askForCode(second.page);
    await completeBinding(second.page);
  });

  for (const kind of ["hold", "hold_after"] as const) {
    test(`killed while Solaris removes it (${kind}): completed at the next start`, async ({ launch, sandbox }) => {
      const first = await launch();
      await bindComputer(first.page);
      await openDevices(first.page);
      const fault = await sandbox.addFault({ operation: "delete_device", kind });
      await first.page.getByRole("button", { name: "Remove this computer" }).click();
      await first.page.getByRole("button", { name: "Remove", exact: true }).click();
      await sandbox.reached(fault);
      await first.kill();
      await sandbox.clearFaults();
      const second = await launch();
      await signIn(second.page);
      await expectHeading(second.page, "Connect this computer");
      expect(await boundAt(sandbox, "Ada Single")).toEqual([]);
      await askForCode(second.page);
      await completeBinding(second.page);
    });
  }

  test("goes on with one button where Solaris did not answer", async ({ page, sandbox }) => {
    await bindComputer(page);
    await openDevices(page);
    await sandbox.addFault({ operation: "delete_device", kind: "status", status: 503, shape: "A", times: 2 });
    await page.getByRole("button", { name: "Remove this computer" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expectHeading(page, "This computer is being removed");
    await expect(page.getByRole("alert")).toBeVisible();
    await sandbox.clearFaults();
    await page.getByRole("button", { name: "Finish removing" }).click();
    await expectHeading(page, "Connect this computer");
    expect(await boundAt(sandbox, "Ada Single")).toEqual([]);
  });
});

test("devices that cannot be read are counted, and those without a date are listed without one", async ({
  launch,
  sandbox,
}) => {
  const { page } = await launch();
  await bindComputer(page);
  const body = JSON.stringify([
    { id: "phone-1", name: "Old phone", created_at: "long ago" },
    { name: "Without an id" },
  ]);
  await sandbox.addFault({
    operation: "list_devices",
    kind: "answer",
    is_done: false,
    status: 200,
    content_type: "application/json",
    body,
  });
  await openDevices(page);
  await expect(device(page, "Old phone")).toBeVisible();
  await expect(device(page, "Old phone")).not.toContainText("Since");
  await expect(page.getByTestId("left-out")).toContainText("At least one device could not be shown.");
  await expect(page.getByTestId("device-count")).toBeHidden(); // it would claim to be all of them
});

test("the limit of five is explained before a code is sent, with removal offered", async ({ page, sandbox }) => {
  await signIn(page, "Finn Five");
  await expectHeading(page, "Remove a device first");
  await expect(page.getByTestId("device")).toHaveCount(5);
  expect(await sandbox.arrivals("create_device")).toBe(0);
  await page.getByRole("button", { name: "Remove Old phone" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expectHeading(page, "Connect this computer");
  await askForCode(page);
  await completeBinding(page);
  expect(await boundAt(sandbox, "Finn Five")).toHaveLength(5);
});

test.describe("a computer that was removed elsewhere", () => {
  const removeElsewhere = async (sandbox: SandboxControl) => {
    const own = (await sandbox.devices()).find(({ person_name, deleted }) => person_name === "Ada Single" && !deleted);
    await sandbox.forgetDevice(own?.id ?? "");
  };
  const connectAgain = async (page: Page) => {
    await expectHeading(page, "This computer is no longer connected");
    await page.getByRole("button", { name: "Connect this computer again" }).click();
    await askForCode(page);
    await completeBinding(page);
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was changed");
  };

  test("is told so at the next sign-in, and can be connected again in place", async ({ launch, sandbox }) => {
    const first = await launch();
    await bindComputer(first.page);
    await first.app.close();
    await removeElsewhere(sandbox);
    const second = await launch();
    await signIn(second.page);
    await connectAgain(second.page);
  });

  test("is told so by a PIN change, and can be connected again in place", async ({ page, sandbox }) => {
    await bindComputer(page);
    await removeElsewhere(sandbox);
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was not changed");
    await page.getByRole("button", { name: "Look at this computer’s connection" }).click();
    await connectAgain(page);
  });

  test("of which that was said wrongly is bound after all, with the key that it had", async ({ launch, sandbox }) => {
    const first = await launch();
    await bindComputer(first.page);
    await first.app.close();
    // A whole list without it, once: then Solaris knows it again.
    const none = { content_type: "application/json", body: "[]" };
    await sandbox.addFault({
      operation: "list_devices",
      kind: "answer",
      is_done: false,
      status: 200,
      ...none,
      times: 1,
    });
    const second = await launch();
    await signIn(second.page);
    await expectHeading(second.page, "This computer is no longer connected");
    await second.page.getByRole("button", { name: "Connect this computer again" }).click();
    await expectCards(second.page);
    await changePin(second.page, "7305");
    await expectHeading(second.page, "Your PIN was changed");
    expect(await sandbox.arrivals("create_device")).toBe(1);
    expect(await sandbox.arrivals("delete_device")).toBe(0);
  });

  for (const [name, answer] of [
    ["a gateway's page", { status: 404, content_type: "text/html", body: "<h1>Not found</h1>" }],
    ["no entry that can be read", { status: 200, content_type: "application/json", body: '[{"id":null}]' }],
  ] as const) {
    test(`is not told so where the list is ${name}`, async ({ launch, sandbox }) => {
      const first = await launch();
      await bindComputer(first.page);
      await first.app.close();
      await sandbox.addFault({ operation: "list_devices", kind: "answer", is_done: false, ...answer });
      const second = await launch();
      await signIn(second.page);
      await expectCards(second.page);
    });
  }

  test("stays as it is while Solaris does not answer the question", async ({ launch, sandbox }) => {
    const first = await launch();
    await bindComputer(first.page);
    await first.app.close();
    await sandbox.addFault({ operation: "list_devices", kind: "status", status: 503, shape: "A" });
    const second = await launch();
    await signIn(second.page);
    await expectCards(second.page);
  });
});
