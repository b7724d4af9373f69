import type { Page } from "playwright";
import type { SandboxControl } from "../../src-testing/sandbox-control.ts";
import type { Screens } from "../../src-testing/screens/all-screens.ts";
import { rare } from "../long-form.ts";
import { askForCode, changePin, completeBinding, expectCards, expectHeading, openCards, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const device = (page: Page, name: string) => page.getByTestId("device").filter({ hasText: name });
const openDevices = async (page: Page) => {
  await page.getByRole("button", { name: "Devices" }).click();
  await expectHeading(page, "Your linked devices");
};
/** What Solaris has bound for a person. */
const boundAt = async (sandbox: SandboxControl, person: string) =>
  (await sandbox.devices())
    .filter(({ person_name, verified, deleted }) => person_name === person && verified && !deleted)
    .map(({ name }) => name);

test.describe("the list of devices", () => {
  windowTest(
    "shows each with its name and since when, and which one is this computer",
    async ({ boundComputer, page, sandbox }) => {
      await sandbox.addDevice("Ada Single", "Old phone");
      await boundComputer();
      await openCards(page);
      await openDevices(page);
      await expect(page.getByTestId("device")).toHaveCount(2);
      await expect(page.getByTestId("device-count")).toHaveText(/2 of 5/);
      await expect(device(page, "This computer")).toHaveCount(1);
      await expect(device(page, "Old phone")).not.toContainText("This computer");
      await expect(device(page, "Old phone")).toContainText(String(new Date().getFullYear()));
      await expect(page.getByTestId("protection")).toContainText("can be used only with your device passcode");
    },
  );

  windowTest(
    "shows when each was last used, where Solaris says it, and on request those that were removed",
    async ({ boundComputer, page, sandbox }) => {
      await sandbox.addDevice("Ada Single", "Old tablet");
      await sandbox.addDevice("Ada Single", "Old phone");
      await boundComputer();
      await openCards(page);
      await openDevices(page);
      // Binding has used this computer's keys; the phone was added without any use.
      await expect(device(page, "This computer").getByTestId("last-used")).toContainText(/^Last used on \d/);
      await expect(device(page, "Old phone").getByTestId("last-used")).toHaveCount(0);

      const removed = page.getByTestId("removed-devices");
      await removed.getByText("Removed devices").click();
      await expect(removed).toContainText("Your bank lists no removed devices.");
      await page.getByRole("button", { name: "Remove Old tablet" }).click();
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await expect(removed.getByTestId("removed-device")).toHaveText(/^Old tablet\s*Removed on \d/);
      await expect(page.getByTestId("device")).toHaveCount(2);
    },
  );

  windowTest("removes another one, once that was confirmed", async ({ boundComputer, page, sandbox }) => {
    await sandbox.addDevice("Ada Single", "Old phone");
    await boundComputer();
    await openCards(page);
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

  windowTest("says when removing did not work, and it does afterwards", async ({ boundComputer, page, sandbox }) => {
    await sandbox.addDevice("Ada Single", "Old phone");
    await boundComputer();
    await openCards(page);
    await openDevices(page);
    await sandbox.addFault({ operation: "delete_device", kind: "status", status: 500, shape: "A" });
    await page.getByRole("button", { name: "Remove Old phone" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_SOLARIS_UNAVAILABLE");
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByTestId("device")).toHaveCount(1);
  });
});

test.describe("removing this computer", () => {
  windowTest(
    "ends it at Solaris and here; it can be linked again",
    async ({ running, boundComputer, sandbox, launch }) => {
      await boundComputer();
      await openCards(running.page);
      await openDevices(running.page);
      await running.page.getByRole("button", { name: "Remove this computer" }).click();
      await running.page.getByRole("button", { name: "Remove", exact: true }).click();
      await expectHeading(running.page, "Link this computer");
      expect(await boundAt(sandbox, "Ada Single")).toEqual([]);
      await running.app.close();
      const second = await launch();
      await signIn(second.page);
      await expectHeading(second.page, "Link this computer");
      await askForCode(second.page);
      await completeBinding(second.page);
    },
  );

  for (const kind of ["hold", "hold_after"] as const) {
    windowTest(
      `killed while Solaris removes it (${kind}): completed at the next start`,
      kind === "hold" ? rare : {},
      async ({ running, boundComputer, launch, sandbox }) => {
        await boundComputer();
        await openCards(running.page);
        await openDevices(running.page);
        const fault = await sandbox.addFault({ operation: "delete_device", kind });
        await running.page.getByRole("button", { name: "Remove this computer" }).click();
        await running.page.getByRole("button", { name: "Remove", exact: true }).click();
        await sandbox.reached(fault);
        await running.kill();
        await sandbox.clearFaults();
        const second = await launch();
        await signIn(second.page);
        await expectHeading(second.page, "Link this computer");
        expect(await boundAt(sandbox, "Ada Single")).toEqual([]);
        await askForCode(second.page);
        await completeBinding(second.page);
      },
    );
  }

  windowTest("goes on with one button where Solaris did not answer", async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    await openDevices(page);
    await sandbox.addFault({ operation: "delete_device", kind: "status", status: 503, shape: "A", times: 2 });
    await page.getByRole("button", { name: "Remove this computer" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expectHeading(page, "This computer is being removed");
    await expect(page.getByRole("alert")).toBeVisible();
    await sandbox.clearFaults();
    await page.getByRole("button", { name: "Finish removing" }).click();
    await expectHeading(page, "Link this computer");
    expect(await boundAt(sandbox, "Ada Single")).toEqual([]);
  });
});

windowTest(
  "devices that cannot be read are counted, and those without a date are listed without one",
  async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
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
  },
);

windowTest("the limit of five is explained before a code is sent, with removal offered", async ({ page, sandbox }) => {
  await signIn(page, "Finn Five");
  await expectHeading(page, "Remove a device first");
  await expect(page.getByTestId("device")).toHaveCount(5);
  expect(await sandbox.arrivals("create_device")).toBe(0);
  await page.getByRole("button", { name: "Remove Old phone" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expectHeading(page, "Link this computer");
  await askForCode(page);
  await completeBinding(page);
  expect(await boundAt(sandbox, "Finn Five")).toHaveLength(5);
});

test.describe("a computer that was removed elsewhere", () => {
  const removeElsewhere = async (sandbox: SandboxControl) => {
    const own = (await sandbox.devices()).find(({ person_name, deleted }) => person_name === "Ada Single" && !deleted);
    await sandbox.forgetDevice(own?.id ?? "");
  };
  const linkAgain = async (page: Page, { noLongerLinked }: Screens) => {
    await noLongerLinked.expectRemoved();
    await noLongerLinked.linkAgain();
    await askForCode(page);
    await completeBinding(page);
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was changed");
  };

  windowTest(
    "is told so at the next sign-in, and can be linked again in place",
    async ({ boundComputer, page, sandbox, screens }) => {
      await boundComputer();
      await removeElsewhere(sandbox);
      await signIn(page);
      await linkAgain(page, screens);
    },
  );

  windowTest(
    "is told so by a PIN change, and can be linked again in place",
    async ({ boundComputer, page, sandbox, screens }) => {
      await boundComputer();
      await openCards(page);
      await removeElsewhere(sandbox);
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was not changed");
      await page.getByRole("button", { name: "See how this computer is linked" }).click();
      await linkAgain(page, screens);
    },
  );

  windowTest(
    "of which that was said wrongly is bound after all, with the key that it had",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
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
      await signIn(page);
      await expectHeading(page, "This computer is no longer linked");
      await page.getByRole("button", { name: "Link this computer again" }).click();
      await expectCards(page);
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.arrivals("create_device")).toBe(1);
      expect(await sandbox.arrivals("delete_device")).toBe(0);
    },
  );

  for (const [name, answer] of [
    ["a gateway's page", { status: 404, content_type: "text/html", body: "<h1>Not found</h1>" }],
    ["no entry that can be read", { status: 200, content_type: "application/json", body: '[{"id":null}]' }],
  ] as const) {
    // For a page the app is told the same by the backend as in the next test (tests/backend/answers-of-solaris.test.ts).
    const isAsNext = answer.status === 404;
    windowTest(
      `is not told so where the list is ${name}`,
      isAsNext ? rare : {},
      async ({ boundComputer, page, sandbox }) => {
        await boundComputer();
        await sandbox.addFault({ operation: "list_devices", kind: "answer", is_done: false, ...answer });
        await signIn(page);
        await expectCards(page);
      },
    );
  }

  windowTest("stays as it is while Solaris does not answer the question", async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await sandbox.addFault({ operation: "list_devices", kind: "status", status: 503, shape: "A" });
    await signIn(page);
    await expectCards(page);
  });
});
